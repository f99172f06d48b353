import type { EventRecord } from '../../records/eventRecord';
import { spanIn } from '../../text/span';
import type { Problem } from '../format';
import { withAttachedXml } from './attachedXml';
import { type Description, findDescription, withoutProse } from './description';
import type { EventFields } from '../eventFields';
import { headerFields } from './headerFields';
import { type Header, readHeader } from './labelLine';
import { type Reading, type Searched, type TextContext, slice } from './textContext';
import type { TextLine } from './textLine';

/**
 * An event as Event Viewer's "Copy details as text" and support articles write it: labels, a description, and maybe the
 * same event again in XML, which is then the better source for all but the message. Undefined when none starts here.
 */
export function readDetailsBlock(context: TextContext, line: TextLine, searched: Searched): Reading | undefined {
  const header = readHeader(context.window, line);
  if (header === 'more') return { searched };
  if (!header) return undefined;
  const label = header.fields.get('description');
  const found = label && findDescription(context, label, searched.description);
  if (found && 'searched' in found) return found;
  const xmlLabel = found ? found.xmlLabel : header.fields.get('eventXml');
  const read = headerFields(context, header);
  if (xmlLabel) {
    return withAttachedXml(
      context,
      { ...labelledRecord(context, header, read, found), from: header.from },
      xmlLabel,
      searched,
    );
  }
  const description = found && withoutProse(context, found, read.fields.provider.value);
  return { ...labelledRecord(context, header, read, description), next: description?.next ?? header.next };
}

function labelledRecord(
  { window }: TextContext,
  header: Header,
  { fields, problems }: EventFields,
  description: Description | undefined,
): { record: EventRecord; problems: readonly Problem[] } {
  const hasMessage = !!description && description.to > description.from;
  const record: EventRecord = {
    ...fields,
    span: spanIn(window, header.from, hasMessage ? description.to : header.to),
    eventData: [],
    ...(hasMessage && { message: slice(window, description.from, description.to) }),
  };
  if (!description?.isTooLong) return { record, problems };
  return { record, problems: [...problems, { code: 'record-too-long', span: spanIn(window, header.from, header.to) }] };
}
