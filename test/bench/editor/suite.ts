/** Measures inside the extension host; run by ../editor.ts. `run` is called by VS Code. */
import { measureActivation } from './activation';
import { measureDocument } from './documents';
import { measureFormats } from './formats';
import { measureCancel, measureFolder } from './folders';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  activation: measureActivation,
  documents: async () => {
    for (const megabytes of [10, 40]) await measureDocument(megabytes);
  },
  formats: measureFormats,
  folders: async () => {
    await measureFolder();
    await measureCancel();
  },
};

export async function run(): Promise<void> {
  const wanted = process.env['WINTRIAGE_BENCH'];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted === undefined || wanted === name) await measure();
  }
}
