import type { EventLabel } from '../../languages/index';
import { partitionPoint } from '../../lists/partitionPoint';
import { type Located, type TextWindow, spanIn } from '../../text/span';
import { type TextLine, lineAt } from '../copiedText/textLine';
import { isWhiteSpace } from '../../text/whiteSpace';
import type { WordSpan } from '../copiedText/words';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';

/** Properties that get a column, and what they mean. Columns of others are passed over. */
const MEANINGS: ReadonlyMap<string, EventLabel | 'recordId'> = new Map([
  ['TimeCreated', 'date'],
  ['Id', 'eventId'],
  ['Level', 'level'],
  ['LevelDisplayName', 'level'],
  ['ProviderName', 'source'],
  ['LogName', 'logName'],
  ['MachineName', 'computer'],
  ['PSComputerName', 'computer'],
  ['RecordId', 'recordId'],
  ['Message', 'description'],
]);
/** Numbers end where their names do; anything else starts there. */
const NUMBERS: ReadonlySet<string> = new Set(['Id', 'Level', 'RecordId']);

/** `   ProviderName: Service Control Manager` above the events of one provider. */
const GROUP = /^ProviderName: (\S.{0,255})$/;
const LONGEST_GROUP = 270;
const HEADER = /^(?:[A-Za-z]{2,20} {1,199}){1,9}[A-Za-z]{2,20}$/;
const LONGEST_HEADER = 1000;

/** The name of a column; places from the start of its line. */
interface Column extends WordSpan {
  readonly name: string;
}

/** What stands above the rows of a table. */
interface Table {
  /** Offset in the source. */
  readonly offset: number;
  readonly provider: string | undefined;
  readonly columns: readonly Column[];
}

/** So many tables are known again when one of their events is read on its own. */
const MOST_TABLES = 0x10000;

/** What `Get-WinEvent` shows on its own: a table for each provider, in which most messages are cut off. */
export class FormatTableShape implements BlockShape {
  above: string | undefined;
  private provider: string | undefined;
  private columns: readonly Column[] = [];
  private readonly tables: Table[] = [];
  private hasEnded = false;

  kindOf({ text, base }: TextWindow, line: TextLine, at: number): LineKind {
    if (this.hasEnded) this.enterTableAt(base + at);
    if (this.columns.length === 0) return 'end';
    const message = this.columns.find(({ name }) => name === 'Message');
    if (message && line.from - at >= message.from) return 'part';
    return this.isRow(text, line, at) ? 'start' : 'end';
  }

  heading({ text, base }: TextWindow, line: TextLine): void {
    const group = line.to - line.from <= LONGEST_GROUP ? GROUP.exec(text.slice(line.from, line.to))?.[1] : undefined;
    if (group !== undefined) this.provider = group;
    else if (!text.startsWith('-', line.from)) this.readHeader(text, line, base);
    else if (this.above !== undefined && line.to - line.from <= LONGEST_HEADER)
      this.above += `\n${wholeLine(text, line)}`;
  }

  reset(): void {
    this.hasEnded = true;
    this.provider = undefined;
    this.columns = [];
    this.above = undefined;
  }

  readEvent(block: TextWindow): BlockEvent | undefined {
    const line = lineAt(block, 0);
    if (!line) return undefined;
    const fields = new Map<EventLabel, Located<string>>();
    let recordId: Located<string> | undefined;
    if (this.provider !== undefined)
      fields.set('source', { value: this.provider, span: spanIn(block, line.from, line.from) });
    for (const [index, { name }] of this.columns.entries()) {
      const meaning = MEANINGS.get(name);
      const { from, to } = this.cellAt(block.text, index, { from: 0, to: line.to });
      // A message goes on in the lines below, where the table was told to wrap it.
      const isLast = meaning === 'description' && index === this.columns.length - 1;
      const value = trimmed(block, from, isLast ? block.text.length : to);
      if (meaning === 'recordId') recordId = value;
      else if (meaning && value.value !== '') fields.set(meaning, value);
    }
    return { fields, recordId };
  }

  /** Any line but that of the names ends the table. */
  private readHeader(text: string, { from, to }: TextLine, base: number): void {
    const header = to - from <= LONGEST_HEADER ? text.slice(from, to) : '';
    const start = startOfLine(text, from);
    const columns = HEADER.test(header)
      ? [...header.matchAll(/\w+/g)].map(({ 0: name, index }) => {
          const at = from - start + index;
          return { name, from: at, to: at + name.length };
        })
      : [];
    const isOfEvents = ['TimeCreated', 'Id'].every((name) => columns.some((column) => column.name === name));
    this.columns = isOfEvents ? columns : [];
    this.above = isOfEvents ? this.groupLines() + wholeLine(text, { from, to }) : undefined;
    if (!isOfEvents) this.provider = undefined;
    else if (!this.hasEnded) this.keepTable(base + from);
  }

  private groupLines(): string {
    return this.provider === undefined ? '' : `   ProviderName: ${this.provider}\n\n`;
  }

  /** Behind the last that is kept no provider is told rather than a wrong one. */
  private keepTable(offset: number): void {
    if (this.tables.length > MOST_TABLES) return;
    const provider = this.tables.length < MOST_TABLES ? this.provider : undefined;
    this.tables.push({ offset, provider, columns: this.sameAsLast(this.columns) });
  }

  /** Mostly all tables of a source have the same columns. */
  private sameAsLast(columns: readonly Column[]): readonly Column[] {
    const last = this.tables.at(-1)?.columns;
    const isSame = last?.every(
      ({ name, from }, index) => columns[index]?.name === name && columns[index].from === from,
    );
    return last && isSame && last.length === columns.length ? last : columns;
  }

  /** An event that is read again on its own stands below the last table before it. */
  private enterTableAt(offset: number): void {
    const above = partitionPoint(this.tables.length, (index) => (this.tables[index]?.offset ?? 0) < offset);
    const table = this.tables[above - 1];
    this.provider = table?.provider;
    this.columns = table?.columns ?? [];
  }

  /** A row has digits where the time is, and a whole number as its id. */
  private isRow(text: string, line: TextLine, at: number): boolean {
    const cell = (wanted: string): WordSpan => {
      const index = this.columns.findIndex(({ name }) => name === wanted);
      return this.cellAt(text, index, { from: at, to: line.to });
    };
    const [time, id] = [cell('TimeCreated'), cell('Id')];
    const isWhole = id.to === line.to || isWhiteSpace(text.charCodeAt(id.to));
    return isWhole && /^\d{1,10}$/.test(text.slice(id.from, id.to)) && /^\s*\d/.test(text.slice(time.from, time.to));
  }

  /** The cell of a column in a line whose first unit, blank or not, stands at `from`. */
  private cellAt(text: string, index: number, { from, to }: WordSpan): WordSpan {
    const column = this.columns[index];
    const next = this.columns[index + 1];
    if (!column) return { from, to: from };
    const end = next
      ? Math.min(to, NUMBERS.has(next.name) ? startOfWord(text, from + next.to, from) : from + next.from)
      : to;
    if (!NUMBERS.has(column.name)) return { from: Math.min(from + column.from, end), to: end };
    const numberEnd = Math.min(to, from + column.to);
    return { from: startOfWord(text, numberEnd, from), to: numberEnd };
  }
}

/** Where the word that ends at `end` starts. */
function startOfWord(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && text.charAt(at - 1) > ' ') at--;
  return at;
}

/** The line with the blanks in front of it, on which its columns depend. */
function wholeLine(text: string, { from, to }: WordSpan): string {
  return text.slice(startOfLine(text, from), to);
}

/** Where the line starts whose first unit that is not blank stands at `from`. */
function startOfLine(text: string, from: number): number {
  let at = from;
  while (at > 0 && (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t')) at--;
  return at;
}
