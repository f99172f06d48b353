import type { TextWindow } from '../text/span';
import type { XmlHeadReader } from './eventXmlHead';
import { parseEventXml } from './eventXmlRecord';
import type { RecordSink } from './format';
import type { XmlEvent } from './xmlEventCursor';

/** An event of a window. */
export interface XmlEventPlace {
  readonly window: TextWindow;
  readonly event: XmlEvent;
  readonly heads: XmlHeadReader;
}

/** Reads an event in full. One that is not even XML is handed over with what its head says. */
export function readXmlEvent({ window, event, heads }: XmlEventPlace, sink: RecordSink): void {
  const { from, to, isClosed } = event;
  const { record, problems } = parseEventXml(window, from, to);
  if (isClosed) {
    for (const problem of problems) sink.problem(problem);
  }
  sink.record(record ?? { ...heads.head(window, from, to), eventData: [] });
}
