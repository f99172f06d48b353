/** Logs that are too large to be kept in the project, written for pictures of the extension at work on them. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { eventXmlParts } from '../bench/workload';
import { heapCorrupted, imageServerFailed, providerFailed, serviceEnded, serviceStopped } from './suite/support/events';
import { writeEvtx } from './suite/support/evtxFile';

/** Events of an ordinary day; a crash of WDS stands in the middle of them. */
const EVTX_EVENTS = 40_000;
const CRASH = [heapCorrupted, serviceEnded, providerFailed, imageServerFailed];

/** A `.evtx` of 40,000 events, about 25 MB. */
export function writeEvtxCase(folder: string): void {
  const events = Array.from({ length: EVTX_EVENTS }, (_, index) => {
    const time = new Date(Date.UTC(2012, 2, 14) + index * 1000).toISOString();
    return CRASH[index - EVTX_EVENTS / 2] ?? { ...serviceStopped, time, data: [`Service ${index}`, 'stopped'] };
  });
  writeFileSync(join(folder, 'System.evtx'), writeEvtx(events));
}

/** The folder of a server with an export of so many megabytes. */
export function writeXmlCase(folder: string, megabytes: number): void {
  mkdirSync(join(folder, 'PXE01'));
  const file = openSync(join(folder, 'PXE01', 'System.xml'), 'w');
  for (const part of eventXmlParts(megabytes)) writeSync(file, part);
  closeSync(file);
}
