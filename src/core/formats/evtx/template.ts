import { readBinXml } from './binXml';
import type { EvtxChunk, EvtxTemplate } from './chunk';
import type { ReportProblem } from './problem';
import { Step, Token, ValueType } from './tokens';

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

/** The values that fill a template: byte offset, size and type of each, three numbers a value. */
export type Values = readonly number[];

export const NO_VALUES: Values = [];

/**
 * Where the first values of an instance stand, at most `most` of them. A value that would leave the record has no bytes and counts
 * as null; so does every value when there cannot be as many as the record says.
 */
export function locateValues(view: DataView, { valuesAt, to }: TemplateInstance, most = Infinity): Values {
  const stated = valuesAt + 4 <= to ? view.getUint32(valuesAt, true) : 0;
  let descriptor = valuesAt + 4;
  let at = descriptor + stated * 4;
  if (stated === 0 || at > to) return NO_VALUES;
  const values: number[] = [];
  const count = Math.min(stated, most);
  for (let index = 0; index < count; index++, descriptor += 4) {
    const size = view.getUint16(descriptor, true);
    const isWhole = at + size <= to;
    values.push(at, isWhole ? size : 0, isWhole ? view.getUint8(descriptor + 2) : ValueType.Null);
    at += size;
  }
  return values;
}
