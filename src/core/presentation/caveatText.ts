import type { Caveat } from '../cases/incident';
import { evidencePlace, fileName } from './names';
import { renderOffset } from './timeText';
import { plain } from './visibleText';

/** What a person must know before trusting an incident, as a sentence. Not yet escaped for Markdown. */
export function caveatText(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'computer-assumed':
      return computerAssumed(caveat);
    case 'times-not-comparable':
      return `${notComparable(caveat)} Set the time zone of the exports (wintriage.exportTimeZone, --time-zone), or add an export that has one of their events in UTC.`;
    case 'offset-applied':
      return `The local times in ${files(caveat.paths)} were read as ${renderOffset(caveat.minutes)}, ${
        caveat.origin === 'setting' ? 'as the settings say' : 'because the same events stand in another export in UTC'
      }.`;
    case 'times-missing':
      return 'The events have no time: whether they belong to one crash cannot be told.';
    case 'times-missing-elsewhere':
      return `The events in ${files(caveat.paths)} have no time: whether they belong to this incident cannot be told.`;
    case 'log-not-supplied':
      return `No file here seems to hold ${caveat.logs.map(evidencePlace).join(' or ')} of that time: what is missing may just not have been exported.`;
    case 'other-crash':
      return otherCrash(caveat);
    default:
      return aboutFiles(caveat);
  }
}

type Of<Kind extends Caveat['kind']> = Extract<Caveat, { readonly kind: Kind }>;

type AboutFiles = Of<
  'not-read-to-end' | 'findings-left-out' | 'date-order-assumed' | 'time-came-twice' | 'event-id-inferred'
>;

function aboutFiles({ kind, paths }: AboutFiles): string {
  switch (kind) {
    case 'not-read-to-end':
      return `So far ${files(paths)} ${paths.length > 1 ? 'are' : 'is'} not read to the end: more may be found there.`;
    case 'findings-left-out':
      return `There are more signs of known issues in ${files(paths)} than are kept of one file: this may have happened more often.`;
    case 'date-order-assumed':
      return `In the dates in ${files(paths)}, day and month could be the other way round.`;
    case 'time-came-twice':
      return `Clocks went back and came to local times in ${files(paths)} twice: they could be those of the other time.`;
    case 'event-id-inferred':
      return `The event ids are not written in ${files(paths)}: they were inferred from source and message.`;
  }
}

function computerAssumed({ unit, folder, computer }: Of<'computer-assumed'>): string {
  if (unit === 'file')
    return `The events in ${fileName(folder)} name no computer: it was taken for a server of its own.`;
  const where = plain(folder);
  const files = where === '' ? 'the files' : `the files in ${where}`;
  return computer === undefined
    ? `These events name no computer: ${files} that name none were taken for one server. Put those of another server into a folder of their own.`
    : `Not all events name a computer: ${files} were all taken to be from ${plain(computer)}.`;
}

function notComparable({ clock, paths }: Of<'times-not-comparable'>): string {
  return clock === 'utc'
    ? `The times in ${files(paths)} are local and their zone is not known: they could not be compared with these.`
    : `These times are local and their zone is not known: they could not be compared with those in ${files(paths)}.`;
}

function otherCrash({ shortTitle, signs }: Of<'other-crash'>): string {
  const seen = signs.map(({ title }) => `; "${plain(title)}" is counted there`).join('');
  return `At about that time there is another incident (${plain(shortTitle)})${seen}. What was seen here may be what that crash left behind, so no registry fix is offered for it.`;
}

/** `System.csv`, `System.csv and Application.csv`, `System.csv and 3 others`. */
function files(paths: readonly string[]): string {
  const [first, second, ...others] = paths.map(fileName);
  if (first === undefined) return 'these files';
  if (second === undefined) return first;
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${others.length + 1} others`;
}
