import type { Incident } from '../cases/incident';
import type { Finding } from '../findings/finding';
import type { EventRecord } from '../records/eventRecord';
import type { EventTime } from '../records/eventTime';
import type { Catalogue, Rule, Sign } from '../rules/rule';
import { caveatText } from './caveatText';
import { explainCode } from './codeText';
import { escapeMarkdown } from './escape';
import { describeEvent, eventCodes } from './eventText';
import { incidentRange, isShownBy, joinParts, rowText, seenRows, type SeenRow } from './incidentText';
import { shortArticleLink } from './link';
import { dateOrderNote } from './dateOrderText';
import { confidenceMeaning, evidencePlace, fileName, levelName } from './names';
import { registryRows, type RegistryRow } from './registryText';
import { cameTwiceNote, renderTimeInBoth, timeOf, type TimeSettings } from './timeText';
import { renderWorkarounds } from './workaroundText';

/** What a hover is made of. */
export interface HoverInput {
  /** The event pointed at, and the source it stands in. */
  readonly record: EventRecord;
  readonly path: string;
  /** The incident that the event belongs to. */
  readonly incident?: Incident | undefined;
  /** The signs that the event shows, also where they make no incident. */
  readonly findings?: readonly Finding[];
  readonly catalogue: Catalogue;
  readonly times: TimeSettings;
}

const LINE_BREAK = '  \n';

/** Units of Markdown; a hover is some 100 letters wide. */
const WIDEST_LINE = 105;

/**
 * Hover of an event, as Markdown. All text of the log is escaped and the only links are https addresses of the catalogue;
 * it is to be shown without trust, HTML or theme icons.
 */
export function renderHover(input: HoverInput): string {
  const { incident, catalogue } = input;
  const rule = catalogue.rules.find((one) => one.id === incident?.ruleId);
  const blocks = incident ? renderIncident(incident, rule, input) : renderLooseSigns(input);
  return [renderEvent(input), ...blocks].join('\n\n');
}

function renderEvent(input: HoverInput): string {
  const { record, catalogue, times } = input;
  const time = settledTime(input);
  const event = describeEvent(record, catalogue);
  const heading = joinParts([
    `**${escapeMarkdown(event.name)}**`,
    record.level ? levelName(record.level.value) : '',
    record.computer ? escapeMarkdown(record.computer.value) : '',
    time ? escapeMarkdown(renderTimeInBoth(time, times)) : 'no time',
  ]);
  const codes = eventCodes(record, catalogue).map((code) => explainCode(code, catalogue.codes));
  const meaning = firstSign(input)?.meaning;
  const notes = [event.sentence, ...(meaning === undefined ? [] : [meaning]), ...codes];
  notes.push(...timeNotes(input));
  return [heading, ...new Set(notes)]
    .map((line, index) => (index === 0 ? line : escapeMarkdown(line)))
    .join(LINE_BREAK);
}

/** What is open of the local time that the source has. */
function timeNotes({ record, times }: HoverInput): readonly string[] {
  const written = (record.localTime ?? record.timeCreated)?.value;
  const twice = written && cameTwiceNote(written, times);
  return [
    ...(written?.ambiguous ? [dateOrderNote(written.ambiguous.order)] : []),
    ...(twice === undefined ? [] : [twice]),
  ];
}

/** The incident knows UTC also of events whose own source gives local time only. */
function settledTime({ record, path, incident, times }: HoverInput): EventTime | undefined {
  const findings = incident?.seen.flatMap((seen) => seen.findings) ?? [];
  const own = findings.find((finding) => isShownBy(finding, path, record));
  return timeOf(own?.record ?? record, times);
}

/** What the event is a sign of in the first place, so that its meaning for that issue can be said. */
function firstSign({ findings = [], incident, catalogue }: HoverInput): Sign | undefined {
  const finding = findings.find(({ ruleId }) => incident === undefined || ruleId === incident.ruleId);
  const rule = catalogue.rules.find((one) => one.id === finding?.ruleId);
  return rule?.signs.find((sign) => sign.id === finding?.signId);
}

function renderIncident(incident: Incident, rule: Rule | undefined, input: HoverInput): readonly string[] {
  const heading = joinParts([
    `**Incident: ${escapeMarkdown(incident.shortTitle)} · ${incident.confidence}**`,
    escapeMarkdown(incidentRange(incident, input.times)),
  ]);
  const rows = seenRows(incident, input.catalogue).filter((row) => !row.isSameEvent);
  const seen = packed(rows.map((row) => renderSeen(row, input)));
  const registry = registryRows(incident).map((row) => renderRegistry(row));
  const certainty = [confidenceMeaning(incident.confidence), ...incident.caveats.map(caveatText)];
  const toDo = rule ? [`**Cause** ${escapeMarkdown(rule.cause)}`, ...renderWorkarounds(rule, incident)] : [];
  return [
    [heading, ...seen, ...registry, ...renderMissing(incident.missing)].join(LINE_BREAK),
    ...toDo,
    certainty.map(escapeMarkdown).join(LINE_BREAK),
    ...(rule ? [rule.references.map(shortArticleLink).join(' · ')] : []),
  ];
}

/** One line for each place in which signs would be that were not seen. */
function renderMissing(missing: readonly Sign[]): readonly string[] {
  const places = new Set(missing.map(({ source }) => source));
  return [...places].map((place) => {
    const titles = missing.filter(({ source }) => source === place).map(({ title }) => title);
    return `○ not seen: ${escapeMarkdown(`${titles.join('; ')} (would be in ${evidencePlace(place)})`)}`;
  });
}

/** Short texts beside each other, so that a hover shows more without scrolling. */
function packed(texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + text.length < WIDEST_LINE)
      lines[lines.length - 1] = `${last} \u2003${text}`;
    else lines.push(text);
  }
  return lines;
}

function renderRegistry({ text, meaning, setting }: RegistryRow): string {
  return joinParts([
    `⚙ Registry: ${escapeMarkdown(joinParts([text, meaning], ': '))}`,
    escapeMarkdown(fileName(setting.path)),
  ]);
}

function renderSeen(row: SeenRow, { record, path }: HoverInput): string {
  // What is particular about the event itself stands above.
  if (isShownBy(row.finding, path, record)) return `**✓ ${escapeMarkdown(row.event.shortName)}** · this event`;
  return `✓ ${escapeMarkdown(rowText(row))}`;
}

/** An event can show a sign of an issue without there being enough for an incident. */
function renderLooseSigns({ findings = [], catalogue }: HoverInput): readonly string[] {
  const ruleIds = new Set(findings.map((finding) => finding.ruleId));
  return catalogue.rules
    .filter((rule) => ruleIds.has(rule.id))
    .map(
      (rule) =>
        `${escapeMarkdown(`Also a sign of: ${rule.shortTitle}. What else was seen is not enough to say so.`)} ${rule.references
          .slice(0, 1)
          .map(shortArticleLink)
          .join('')}`,
    );
}
