import { readBinXml } from './binXml';
import type { EvtxChunk, EvtxTemplate } from './chunk';
import type { ProblemSink } from './problem';
import { type TemplateInstance, findInstance } from './template';
import { Step, Token } from './tokens';

/** Where the XML of an event, or of a part of it, comes from: a template with values, or elements of its own. */
export type EventSource = TemplateInstance | EvtxTemplate;

export function hasValues(source: EventSource): source is TemplateInstance {
  return 'valuesAt' in source;
}

/**
 * Reads binary XML that is no part of a template: a fragment header (4 bytes, may be missing), then a template instance
 * or an element. Undefined, and reported, when it is damaged from the start.
 */
export function readSource(chunk: EvtxChunk, from: number, to: number, sink: ProblemSink): EventSource | undefined {
  const hasHeader = from + 4 < to && chunk.view.getUint8(from) === Token.Fragment;
  const first = hasHeader ? from + 4 : from;
  if (first < to && chunk.view.getUint8(first) === Token.Template) return findInstance(chunk, first, to, sink);
  const known = chunk.fragments.get(from);
  if (known) return known;
  const xml = readBinXml(chunk, from, to);
  if (xml.fault) sink.problem(xml.fault);
  const [step, tokenAt = 0, end = 0] = xml.steps;
  // A processing instruction may stand before the template.
  if (step === Step.Template) return findInstance(chunk, tokenAt, end, sink);
  if (step === undefined) return undefined;
  const fragment: EvtxTemplate = { at: from, xml };
  chunk.fragments.set(from, fragment);
  return fragment;
}
