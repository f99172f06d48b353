import { readBinXml } from './binXml';
import type { EvtxChunk, EvtxTemplate } from './chunk';
import type { ProblemSink } from './problem';
import { Step, Token, ValueType } from './tokens';
import type { Values } from './valuePlaces';

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
  sink: ProblemSink,
): TemplateInstance | undefined {
  if (at + INSTANCE_HEAD > to) {
    sink.problem({ code: 'event-damaged', offset: chunk.base + at, detail: 'cut off' });
    return undefined;
  }
  const definition = chunk.view.getUint32(at + 6, true);
  const template = templateAt(chunk, definition, sink);
  if (!template) {
    sink.problem({ code: 'template-missing', offset: chunk.base + at + 6 });
    return undefined;
  }
  const afterHead = at + INSTANCE_HEAD;
  const isInline = definition === afterHead;
  return { template, valuesAt: isInline ? afterHead + definitionSize(chunk, definition) : afterHead, to };
}

/** The template whose definition stands at this offset, the same one each time; its damage is reported the first time. */
function templateAt(chunk: EvtxChunk, at: number, sink: ProblemSink): EvtxTemplate | undefined {
  const known = chunk.templates.get(at);
  if (known || chunk.templates.has(at)) return known;
  const template = readTemplate(chunk, at);
  if (template?.xml.fault) sink.problem(template.xml.fault);
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

/** Where all values of an instance stand, as {@link locateInto} tells. */
export function locateValues(view: DataView, instance: TemplateInstance): Values {
  const values = new Int32Array(countOfValues(view, instance) * 3);
  locateInto(values, view, instance);
  return values;
}

/**
 * Tells where the first values of an instance stand, as many as there is room for. A value that would leave the record has no bytes
 * and counts as null; so does one that the record does not have, and every value when there cannot be as many as the record says.
 */
export function locateInto(values: Values, view: DataView, instance: TemplateInstance): void {
  const { valuesAt, to } = instance;
  const stated = countOfValues(view, instance) * 3;
  const end = Math.min(stated, values.length);
  let descriptor = valuesAt + 4;
  let at = descriptor + (stated / 3) * 4;
  for (let place = 0; place < end; place += 3, descriptor += 4) {
    const sizeAndType = view.getInt32(descriptor, true);
    const size = sizeAndType & 0xffff;
    const isWhole = at + size <= to;
    values[place] = at;
    values[place + 1] = isWhole ? size : 0;
    values[place + 2] = isWhole ? (sizeAndType >>> 16) & 0xff : ValueType.Null;
    at += size;
  }
  values.fill(ValueType.Null, end);
}

/** As the record says; 0 when it has no room for so many. */
function countOfValues(view: DataView, { valuesAt, to }: TemplateInstance): number {
  const stated = valuesAt + 4 <= to ? view.getUint32(valuesAt, true) : 0;
  return valuesAt + 4 + stated * 4 > to ? 0 : stated;
}
