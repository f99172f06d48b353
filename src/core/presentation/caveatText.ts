import type { Caveat } from '../cases/incident';
import { fileName } from './names';
import { renderOffset } from './timeText';
import { plain } from './visibleText';

/** What a person must know before trusting an incident, as a sentence. Not yet escaped for Markdown. */
export function caveatText(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'computer-assumed':
      return computerAssumed(caveat.folder, caveat.computer);
    case 'times-not-comparable':
      return `The times in ${files(caveat.paths)} are local and their zone is not known: they could not be compared with the others. Set the time zone of the exports, or add an export that has one of their events in UTC.`;
    case 'offset-applied':
      return `The local times in ${files(caveat.paths)} were read as ${renderOffset(caveat.minutes)}, ${
        caveat.origin === 'setting' ? 'as the settings say' : 'because the same events stand in another export in UTC'
      }.`;
    case 'times-missing':
      return 'The events have no time: whether they belong to one crash cannot be told.';
    case 'date-order-assumed':
      return `In the dates in ${files(caveat.paths)}, day and month could be the other way round.`;
    case 'event-id-inferred':
      return `The event ids are not written in ${files(caveat.paths)}: they were inferred from source and message.`;
  }
}

function computerAssumed(folder: string, computer: string | undefined): string {
  const where = plain(folder);
  const files = where === '' ? 'the files' : `the files in ${where}`;
  return computer === undefined
    ? `No event names a computer: ${files} were taken for one server.`
    : `Not all events name a computer: ${files} were all taken to be from ${plain(computer)}.`;
}

/** `System.csv`, `System.csv and Application.csv`, `System.csv and 3 others`. */
function files(paths: readonly string[]): string {
  const [first, second, ...others] = paths.map(fileName);
  if (first === undefined) return 'these files';
  if (second === undefined) return first;
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${others.length + 1} others`;
}
