import type { EventLabel } from '../../languages/index';
import { partitionPoint } from '../../lists/partitionPoint';
import { cutDots } from '../../records/cutText';
import { type Located, type Span, type TextWindow, spanIn } from '../../text/span';
import { type TextLine, lineAt } from '../copiedText/textLine';
import type { WordSpan } from '../copiedText/words';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';
import { isLabel } from './shellProperties';
import { type Column, SHORT_TIME, cellAt, isRow, shellColumnsIn } from './tableColumns';

/** `   ProviderName: Service Control Manager` above the events of one provider. */
const GROUP = /^ProviderName: (\S.{0,255})$/;
const LONGEST_GROUP = 270;
const LONGEST_HEADER = 1000;

/** What stands above the rows of a table. */
interface Table {
  /** Offset in the source. */
  readonly offset: number;
  readonly provider: string | undefined;
  readonly columns: readonly Column[];
}

/** So many tables are known again when one of their events is read on its own. */
const MOST_TABLES = 0x10000;

/**
 * What `Get-WinEvent` and `Get-EventLog` show on their own: tables in which most messages are cut off, of the first one for each
 * provider; and tables of some of their properties. Source: the examples of both in the documentation of PowerShell.
 */
export class FormatTableShape implements BlockShape {
  readonly isColumnar = true;

  private provider: string | undefined;
  /** The provider is that of the next table. */
  private isGroup = false;
  /** The line with the names of the columns, and the one below it. */
  private header = '';
  private rule = '';
  private columns: readonly Column[] = [];
  private readonly tables: Table[] = [];
  private hasEnded = false;

  constructor(private readonly columnsIn = shellColumnsIn) {}

  kindOf({ text, base }: TextWindow, line: TextLine, at: number): LineKind {
    if (this.hasEnded) this.enterTableAt(base + at);
    if (this.columns.length === 0) return 'end';
    const message = this.columns.find(({ name }) => name === 'Message');
    if (message && line.from - at >= message.from) return 'part';
    return isRow(text, this.columns, { from: at, to: line.to }) ? 'start' : 'end';
  }

  heading({ text, base }: TextWindow, line: TextLine): void {
    const length = line.to - line.from;
    const group = length <= LONGEST_GROUP ? GROUP.exec(text.slice(line.from, line.to))?.[1] : undefined;
    if (group !== undefined) this.readGroup(group, base + line.from);
    else if (length > LONGEST_HEADER) return;
    else if (!text.startsWith('-', line.from)) this.readHeader(text, line, base);
    else if (this.columns.length > 0 && this.rule === '') this.rule = `\n${wholeLine(text, line)}`;
  }

  /** The headings under which rows stand now. */
  get above(): string | undefined {
    if (this.columns.length === 0) return undefined;
    const group = this.provider === undefined ? '' : `   ProviderName: ${this.provider}\n\n`;
    return group + this.header + this.rule;
  }

  reset(): void {
    this.hasEnded = true;
    this.provider = undefined;
    this.isGroup = false;
    this.columns = [];
  }

  readEvent(block: TextWindow): BlockEvent | undefined {
    const line = lineAt(block, 0);
    if (!line) return undefined;
    const fields = new Map<EventLabel, Located<string>>();
    let recordId: Located<string> | undefined;
    if (this.provider !== undefined)
      fields.set('source', { value: this.provider, span: spanIn(block, line.from, line.from) });
    for (const [index, { meaning }] of this.columns.entries()) {
      const { from, to } = cellAt(block.text, this.columns, index, { from: 0, to: line.to });
      // A message goes on in the lines below, where the table was told to wrap it.
      const isLast = meaning === 'description' && index === this.columns.length - 1;
      const value = trimmed(block, from, isLast ? block.text.length : to);
      if (meaning === 'recordId') recordId = value;
      else if (isLabel(meaning) && value.value !== '') fields.set(meaning, value);
    }
    return { fields, recordId, cut: cutIn(fields) ?? this.fullCell(fields), yearless: this.shortTime(block, line) };
  }

  private shortTime(block: TextWindow, line: TextLine): Span | undefined {
    const index = this.columns.findIndex(({ name }) => name === SHORT_TIME);
    if (index < 0) return undefined;
    const { from, to } = cellAt(block.text, this.columns, index, { from: 0, to: line.to });
    return trimmed(block, from, to).span;
  }

  /** Where the source ends when it fills a cell that it may have been too long for. */
  private fullCell(fields: BlockEvent['fields']): Span | undefined {
    const index = this.columns.findIndex(({ meaning, isCutPlainly }) => meaning === 'source' && isCutPlainly);
    const [column, next] = [this.columns[index], this.columns[index + 1]];
    const source = fields.get('source');
    if (!column || !next || !source || source.value.length < next.from - 1 - column.from) return undefined;
    return source.span;
  }

  /** Mostly the columns of the next provider are the same. */
  private readGroup(provider: string, offset: number): void {
    this.provider = provider;
    this.isGroup = true;
    if (this.columns.length > 0 && !this.hasEnded) this.keepTable(offset);
  }

  /** A row that is damaged does not end the table: only the names of other columns do. */
  private readHeader(text: string, { from, to }: TextLine, base: number): void {
    const columns = this.columnsIn(text.slice(from, to), from - startOfLine(text, from));
    if (!columns) return;
    if (!this.isGroup) this.provider = undefined;
    this.isGroup = false;
    this.columns = columns;
    this.header = wholeLine(text, { from, to });
    this.rule = '';
    if (!this.hasEnded) this.keepTable(base + from);
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
}

/** The first place where a text of the row is cut off. */
function cutIn(fields: ReadonlyMap<EventLabel, Located<string>>): Span | undefined {
  for (const { value, span } of fields.values()) {
    const dots = cutDots(value);
    if (dots > 0 && dots < value.length) return { start: span.end - dots, end: span.end };
  }
  return undefined;
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
