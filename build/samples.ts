// Writes the generated files of samples/contoso-wds: `npx tsx build/samples.ts`. The same input gives the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PROVIDERS } from './samples/providers';
import { renderList } from './samples/renderList';
import { renderCopied, renderSupportLine } from './samples/renderText';
import { renderXml } from './samples/renderXml';
import { logOf } from './samples/sampleEvent';
import type { SampleEvent } from './samples/sampleEvent';
import { FULL_CRASH, SECOND_SERVER_CRASH, firstServerEvents, secondServerEvents } from './samples/story';

const FIRST = { computer: 'PXE01.contoso.example', offsetMinutes: 60 };
const SECOND = { computer: 'WDS-B.contoso.example', offsetMinutes: 60 };

/** Picks an event of a crash by its id. */
function eventOf(crash: readonly SampleEvent[], eventId: number): SampleEvent {
  const found = crash.find((event) => event.eventId === eventId);
  if (found === undefined) throw new Error(`The sample has no event ${eventId}.`);
  return found;
}

/** What a support tool printed of the first server's crash; such lines carry no event id. */
function supportLines(): string {
  const shutdown = {
    provider: PROVIDERS.wdsServer,
    level: 4,
    category: 'WDSServer',
    time: '2012-03-14T09:16:10.000',
    data: [],
    message: 'Provider WdsImgSrv was shutdown successfully.',
  } as const;
  const lines = [7031, 1000, 512, 258].map((eventId) => renderSupportLine(eventOf(FULL_CRASH, eventId), FIRST));
  return [...lines, renderSupportLine(shutdown, FIRST), ''].join('\r\n');
}

/** Every generated file of the sample case, by its path below `samples/contoso-wds`. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const first = firstServerEvents();
  const system = logOf(first, 'System', { ...FIRST, lastRecordId: 48_211 });
  const application = logOf(first, 'Application', { ...FIRST, lastRecordId: 9_604 });
  const second = secondServerEvents();
  const secondSystem = logOf(second, 'System', { ...SECOND, lastRecordId: 7_702 });
  const secondApplication = logOf(second, 'Application', { ...SECOND, lastRecordId: 1_515 });
  const faulted = eventOf(SECOND_SERVER_CRASH, 1000);
  const ended = eventOf(FULL_CRASH, 7031);
  const copied = [
    renderCopied(ended, FIRST, system.lastRecordId - system.events.indexOf(ended)),
    renderCopied(eventOf(FULL_CRASH, 258), FIRST),
  ];
  const secondCopied = [
    renderCopied(eventOf(SECOND_SERVER_CRASH, 7031), SECOND),
    renderCopied(faulted, SECOND, secondApplication.lastRecordId - secondApplication.events.indexOf(faulted)),
    renderCopied(eventOf(SECOND_SERVER_CRASH, 258), SECOND),
    renderCopied(eventOf(SECOND_SERVER_CRASH, 512), SECOND),
  ];
  return new Map([
    ['System.xml', renderXml(system, { separator: '\n', withMessage: false })],
    ['Application.xml', renderXml(application, { separator: '\n', withMessage: true })],
    ['Application.csv', renderList(application, ',')],
    ['copied-events.txt', copied.join('\r\n')],
    ['support-lines.txt', supportLines()],
    ['second-server/System.txt', renderList(secondSystem, '\t')],
    ['second-server/Application.xml', renderXml(secondApplication, { separator: '', withMessage: false })],
    ['second-server/copied-events.txt', secondCopied.join('\r\n')],
  ]);
}

/** Where the sample case stands in the project. */
export const SAMPLE_FOLDER = fileURLToPath(new URL('../samples/contoso-wds', import.meta.url));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of sampleFiles()) {
    const file = join(SAMPLE_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
