import type { EventRecord } from '../../records/eventRecord';
import { spanIn } from '../../text/span';
import { skipWhiteSpace } from '../../text/whiteSpace';
import type { Problem } from '../format';
import type { LabelLine } from './labelLine';
import type { Reading, Searched, TextContext } from './textContext';
import { lineAt } from './textLine';
import { type XmlRead, readXml } from './xmlFragment';
import { xmlStart } from './xmlStart';

/** A record read from labels and description; places in the window. */
export interface LabelledRecord {
  readonly record: EventRecord;
  readonly problems: readonly Problem[];
  readonly from: number;
}

/** The record with what the XML below `Event Xml:` says; without it when none was copied. */
export function withAttachedXml(
  context: TextContext,
  labelled: LabelledRecord,
  label: LabelLine,
  searched: Searched,
): Reading {
  const { window } = context;
  const from = skipWhiteSpace(window.text, label.valueFrom, window.text.length);
  const line = lineAt(window, from);
  if (!line && !window.ended) return { searched: { ...searched, description: label.line.from } };
  const start = line && xmlStart(window.text, line);
  const xml = start && readXml(context, start, searched);
  if (xml && 'searched' in xml) return { searched: { description: label.line.from, ...xml.searched } };
  if (xml) return merged(context, labelled, xml);
  const { record, problems } = labelled;
  return { record: { ...record, span: spanIn(window, labelled.from, label.line.to) }, problems, next: label.line.to };
}

/** One event from its two renderings. Of XML that was cut off the data is not used: it may be a part of the whole. */
function merged(context: TextContext, { record, problems, from }: LabelledRecord, xml: XmlRead): Reading {
  const fromXml = xml.record && { ...xml.record, ...(!xml.isClosed && { eventData: [] }) };
  const { timeCreated } = record;
  return {
    record: {
      ...record,
      ...fromXml,
      provider: fromXml?.provider.value ? fromXml.provider : record.provider,
      ...(record.message && { message: record.message }),
      ...(timeCreated && fromXml?.timeCreated && { localTime: timeCreated }),
      span: spanIn(context.window, from, xml.next),
    },
    problems: [...problems, ...xml.problems],
    next: xml.next,
  };
}
