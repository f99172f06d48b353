import { type EvtxHead, type EvtxProblem, readEvtxChunk, renderEventXml } from '../../../../../src/core/formats/evtx';
import { ChunkWriter, type Element, type Value } from './writeChunk';

export interface ChunkContent {
  readonly heads: readonly EvtxHead[];
  readonly lines: readonly string[];
  readonly problems: readonly EvtxProblem[];
}

/** Reads a chunk and renders all its events. */
export function readAll(bytes: Uint8Array, base = 0): ChunkContent {
  const heads: EvtxHead[] = [];
  const lines: string[] = [];
  const problems: EvtxProblem[] = [];
  const problem = (each: EvtxProblem): void => void problems.push(each);
  readEvtxChunk(
    bytes,
    {
      head: (head) => heads.push(head) > 0,
      record: (record) => void lines.push(renderEventXml(record, { problem })),
      problem,
    },
    base,
  );
  return { heads, lines, problems };
}

/** The line of an event that is this template with these values. Fails when there is any problem. */
export function lineOf(root: Element, ...values: readonly Value[]): string {
  const writer = new ChunkWriter();
  writer.record({ event: { root, values } });
  const { lines, problems } = readAll(writer.finish());
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return lines.join('\n');
}

export function codesOf({ problems }: ChunkContent): readonly string[] {
  return problems.map(({ code }) => code);
}
