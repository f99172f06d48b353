import type { BiasDirection, LogEntry, LogForm } from '../records/logEntry';
import type { CodeTable } from '../rules/rule';
import { explainCode, hex } from './codeText';
import { entryCodes, entryLevelText } from './entryText';
import { escapeMarkdown } from './escape';
import { joinParts } from './incidentText';
import { renderIso } from '../records/parseTime';
import { renderOffset, renderTimeInBoth, type TimeSettings } from './timeText';

/** What the hover of an entry is made of. */
export interface EntryHoverInput {
  readonly entry: LogEntry;
  readonly biasDirection: BiasDirection;
  readonly codes: CodeTable;
  readonly times: TimeSettings;
}

const LINE_BREAK = '  \n';

const FORMS: Readonly<Record<LogForm, string>> = {
  log: '',
  server: 'Server form of a log: it states no type.',
  provider: 'Form of smsdpprov.log: it states neither type nor component nor zone.',
  copied: 'Copied out of a window: the time is in the notation and the zone of the one who copied it.',
};

/** Hover of an entry of a CMTrace log, as Markdown to be shown without trust, HTML or theme icons. */
export function renderEntryHover(input: EntryHoverInput): string {
  const { entry, codes } = input;
  const { component, thread, sourceFile, context, form } = entry;
  const heading = joinParts([
    `**${escapeMarkdown(component?.value ?? 'Log entry')}**`,
    escapeMarkdown(entryLevelText(entry)),
    thread ? `thread ${thread.value} (${hex(thread.value)})` : '',
    sourceFile ? escapeMarkdown(sourceFile.value) : '',
    context ? escapeMarkdown(context.value) : '',
  ]);
  const notes = [...entryCodes(entry).map((code) => explainCode(code, codes)), FORMS[form]];
  return [heading, ...timeLines(input), ...notes.filter((note) => note !== '').map(escapeMarkdown)].join(LINE_BREAK);
}

function timeLines({ entry, biasDirection, times }: EntryHoverInput): readonly string[] {
  const { timeCreated, localTime, bias } = entry;
  if (!timeCreated) return ['no time'];
  const time = escapeMarkdown(renderTimeInBoth(timeCreated.value, times));
  if (!localTime || !bias) return [time];
  const minutesEast = biasDirection === 'west' ? -bias.value : bias.value;
  const written = `In the log: ${renderIso(localTime.value).replace('T', ' ')}, ${renderOffset(minutesEast)} (bias ${bias.value})`;
  return [time, escapeMarkdown(written), escapeMarkdown(biasNote(biasDirection, bias.value))].filter(
    (line) => line !== '',
  );
}

/** Sources disagree about the sign, so that is said wherever it matters; a bias of 0 is the same either way. */
function biasNote(direction: BiasDirection, bias: number): string {
  return bias === 0 ? '' : `${biasText(direction)} If that is wrong, change the setting "Log Bias".`;
}

/** Which way the bias was counted, as a sentence. */
export function biasText(direction: BiasDirection): string {
  return direction === 'west'
    ? 'The bias was read as minutes west of UTC, as Windows counts it; some tools count it east.'
    : 'The bias was read as minutes east of UTC, as the settings say; Windows counts it west.';
}
