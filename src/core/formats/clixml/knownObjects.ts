import { NameCache } from '../../text/nameCache';
import { type ClixmlNode, childNamed } from './clixmlNode';
import { decodeClixml } from './clixmlText';

/** Longer texts are not kept; no name and no SID is longer. UTF-16 units. */
const LONGEST_TEXT = 256;
/** Of so many objects the text is kept: of those that were met or referred to last. */
const MOST_OBJECTS = 4096;

/** What the objects of the events so far say as a text, for references to them in the events that follow. Memory is bounded. */
export class KnownObjects {
  private readonly texts = new Map<string, string>();
  private readonly read = new NameCache(decodeClixml);
  /** Two objects have the same number, as those of two exports in one file. */
  private hasRepeated = false;

  /** Takes the objects of an event. Each takes the place of one with the same number, as of an export that stands above. */
  add(text: string, root: ClixmlNode): void {
    const open = [root];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.tag === 'Obj' && node.refId !== undefined) this.put(node.refId, this.valueOf(text, node));
      open.push(...node.children);
    }
  }

  /** Undefined where no such object was met, or its text was not kept. */
  textOf(refId: string): string | undefined {
    const text = this.texts.get(refId);
    if (text !== undefined) this.put(refId, text);
    return text;
  }

  /** Once the source was read to its end, events are read again in any order: numbers that are not unique tell nothing then. */
  finish(): void {
    if (this.hasRepeated) this.texts.clear();
  }

  private valueOf(text: string, object: ClixmlNode): string | undefined {
    const node = valueNode(object);
    const isText = node !== undefined && node.tag !== 'BA' && node.children.length === 0;
    if (!isText || node.from === node.to || node.to - node.from > LONGEST_TEXT) return undefined;
    return this.read.at(text, node.from, node.to);
  }

  private put(refId: string, text: string | undefined): void {
    const before = this.texts.get(refId);
    this.hasRepeated ||= before !== undefined && before !== text;
    this.texts.delete(refId);
    if (text === undefined) return;
    this.texts.set(refId, text);
    if (this.texts.size > MOST_OBJECTS) this.texts.delete(this.texts.keys().next().value ?? '');
  }
}

/** The value that a property of an event is wrapped around, else what the object says as a text. */
function valueNode(object: ClixmlNode): ClixmlNode | undefined {
  return childNamed(childNamed(object, 'Props'), 'Value') ?? childNamed(object, 'ToString');
}
