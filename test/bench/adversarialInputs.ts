/** Hostile input for every format: what a damaged or malicious log repeats behind the start of a sample. */
import { samplesByFormat } from '../unit/damage';

/** A name, what is repeated, and what stands once before it. */
type Repeated = readonly [name: string, repeated: string, opening?: string];

const inputs: readonly Repeated[] = [
  ['a single line', 'x'],
  ['words on a single line', 'word '],
  ['blanks', ' '],
  ['line ends', '\r\n'],
  ['lines of blanks', '  \r\n'],
  ['lines', 'x\r\n'],
  ['NULs', '\0'],
  ['tags that are never closed', '<Data>'],
  ['events that are never closed', '<Event ><Obj RefId="1">'],
  ['ends without starts', '</Data></Event>'],
  ['sections that are never closed', '<![CDATA[<!--'],
  ['entries that are never closed', '<![LOG['],
  ['lines of entries never closed', '\r\n<![LOG[x'],
  ['quotes', '"'],
  ['doubled quotes and separators', '"",'],
  ['rows with an open quote', 'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"x\r\n'],
  ['nested brackets', '[{"a":'],
  ['brackets', '['],
  ['escapes', '\\'],
  ['separators', ',\t;'],
  ['entities that are declared', '<!ENTITY a "&b;&b;">'],
  ['document types', '<!DOCTYPE a [ '],
  ['references', '&amp;'],
  ['references without end', '&#'],
  ['an attribute without end', ' a="b c'],
  ['an attribute of megabytes', 'x', '<Data Name="'],
  ['a tag of a million attributes', ' a="b"', '<Data'],
  ['an entity bomb at the start', '<!ENTITY a "&b;&b;">', '<?xml version="1.0"?><!DOCTYPE Events ['],
  ['marks of quotation', '\r\n> > > x'],
  ['labels', 'Source: x\r\nEvent ID: 7031\r\n'],
  ['labels without values', 'Source:\r\nEvent ID:\r\nDescription:\r\n'],
  ['first lines of blocks', 'Event[0]:\r\n[1] x\r\n- System\r\n'],
  ['properties', 'Id : 7031\r\nMessage : x\r\n\r\n'],
];

/** A start, and what is repeated behind it. */
export interface HostileInput {
  readonly name: string;
  readonly start: string;
  readonly repeated: string;
}

/** Behind so much of a sample its last event is open: what follows stands inside it. */
const CUT = 60;

/** The inputs of each format by its id, and of text of no format. The last one is no harm but events that a rule knows. */
export function inputsByFormat(): ReadonlyMap<string, readonly HostileInput[]> {
  const texts = [...samplesByFormat()].map(([id, { text }]) => [id, text] as const);
  return new Map(
    [...texts, ['no format', ''] as const].map(([id, text]) => [
      id,
      [
        ...inputs.map(([name, repeated, opening = '']) => ({ name, start: text.slice(0, -CUT) + opening, repeated })),
        ...(text ? [{ name: 'the sample', start: text, repeated: text }] : []),
      ],
    ]),
  );
}
