import { readBinXml } from './binXml';
import type { EvtxChunk, EvtxTemplate } from './chunk';
import type { ReportProblem } from './problem';
import { Step, Token } from './tokens';

/** A template and the place of the values that fill it. */
export interface TemplateInstance {
  readonly template: EvtxTemplate;
  /** Byte offset of the number of values, after which their descriptors and then their bytes stand. */
  readonly valuesAt: number;
  /** Where the bytes end that the values may take. */
  readonly to: number;
}

/** Token, version, id (4) and offset of the definition (4). */
const INSTANCE_HEAD = 10;
/** Link to the next definition (4), GUID (16) and size of what follows (4). */
const DEFINITION_HEAD = 24;

/** Reads where a template instance has its template and its values; `at` is the offset of its token. */
export function findInstance(
  chunk: EvtxChunk,
  at: number,
  to: number,
  report: ReportProblem,
): TemplateInstance | undefined {
  if (at + INSTANCE_HEAD > to) {
    report({ code: 'event-damaged', offset: chunk.base + at, detail: 'cut off' });
    return undefined;
  }
  const definition = chunk.view.getUint32(at + 6, true);
  const template = templateAt(chunk, definition, report);
  if (!template) {
    report({ code: 'template-missing', offset: chunk.base + at + 6 });
    return undefined;
  }
  const afterHead = at + INSTANCE_HEAD;
  const isInline = definition === afterHead;
  return { template, valuesAt: isInline ? afterHead + definitionSize(chunk, definition) : afterHead, to };
}

/** The template whose definition stands at this offset, the same one each time; its damage is reported the first time. */
function templateAt(chunk: EvtxChunk, at: number, report: ReportProblem): EvtxTemplate | undefined {
  const known = chunk.templates.get(at);
  if (known || chunk.templates.has(at)) return known;
  const template = readTemplate(chunk, at);
  if (template?.xml.fault) report(template.xml.fault);
  chunk.templates.set(at, template);
  return template;
}

function readTemplate(chunk: EvtxChunk, at: number): EvtxTemplate | undefined {
  const from = at + DEFINITION_HEAD;
  if (from >= chunk.length || chunk.view.getUint8(from) !== Token.Fragment) return undefined;
  const xml = readBinXml(chunk, from, at + definitionSize(chunk, at));
  return xml.steps[0] === Step.Open ? { at, xml } : undefined;
}

function definitionSize(chunk: EvtxChunk, at: number): number {
  if (at + DEFINITION_HEAD > chunk.length) return 0;
  return DEFINITION_HEAD + chunk.view.getUint32(at + 20, true);
}
