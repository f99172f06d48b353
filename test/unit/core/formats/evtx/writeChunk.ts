/**
 * Writes chunks of `.evtx` for the tests: templates, values of every type, names stored once. Written after libyal's description of
 * the format and apart from the reader, so that both being wrong in the same way is unlikely.
 */

/** What stands inside an element or an attribute. */
export type Content =
  string | Substitution | { readonly character: number } | { readonly entity: string } | { readonly cdata: string };

export interface Substitution {
  readonly index: number;
  readonly type: number;
  readonly optional?: boolean;
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, readonly Content[]>>;
  /** Missing for `<a/>`; empty for `<a></a>`. */
  readonly content?: readonly (Content | Element)[];
}

/** A value: its type, and what writes its bytes at the place where they come to stand. */
export interface Value {
  readonly type: number;
  write(to: ChunkWriter): void;
}

/** A template with the values that fill it. The same `root` is written once and referred to after that. */
export interface Instance {
  readonly root: Element;
  readonly values: readonly Value[];
}

export interface RecordParts {
  readonly id?: number;
  readonly filetime?: bigint;
  readonly event: Instance | Element;
}

/** 2024-05-06T07:08:09.1234567Z. */
export const SOME_TIME = 133_594_528_891_234_567n;

const HEADER = 512;
const SIZE = 65_536;

export class ChunkWriter {
  private readonly bytes: number[] = new Array<number>(HEADER).fill(0);
  private readonly names = new Map<string, number>();
  private readonly templates = new Map<Element, number>();
  private nextId = 1;
  private firstId = 0;
  private lastAt = 0;

  get at(): number {
    return this.bytes.length;
  }

  u8(...values: readonly number[]): void {
    for (const value of values) this.bytes.push(value & 255);
  }

  u16(value: number): void {
    this.u8(value, value >> 8);
  }

  u32(value: number): void {
    this.u8(value, value >>> 8, value >>> 16, value >>> 24);
  }

  u64(value: bigint): void {
    for (let byte = 0n; byte < 8n; byte++) this.u8(Number((value >> (byte * 8n)) & 255n));
  }

  units(text: string): void {
    for (let at = 0; at < text.length; at++) this.u16(text.charCodeAt(at));
  }

  /** Replaces the four bytes at this offset. */
  patch(at: number, value: number): void {
    for (let byte = 0; byte < 4; byte++) this.bytes[at + byte] = (value >>> (byte * 8)) & 255;
  }

  /** Adds a record and gives its offset. */
  record({ id = this.nextId, filetime = SOME_TIME, event }: RecordParts): number {
    const start = this.at;
    this.firstId ||= id;
    this.nextId = id + 1;
    this.lastAt = start;
    this.u32(0x2a2a);
    this.u32(0);
    this.u64(BigInt(id));
    this.u64(filetime);
    this.event(event);
    while (this.at % 8 !== 4) this.u8(0);
    this.patch(start + 4, this.at + 4 - start);
    this.u32(this.at + 4 - start);
    return start;
  }

  /** Fragment header, template instance or element, end token. */
  event(event: Instance | Element): void {
    this.u8(0x0f, 1, 1, 0);
    if ('root' in event) this.instance(event);
    else this.element(event, false);
    this.u8(0);
  }

  instance({ root, values }: Instance): void {
    this.u8(0x0c, 1);
    this.u32(7);
    const known = this.templates.get(root);
    this.u32(known ?? this.at + 4);
    if (known === undefined) this.definition(root);
    this.u32(values.length);
    const descriptors = this.at;
    for (const { type } of values) this.u8(0, 0, type, 0);
    values.forEach((value, index) => {
      const from = this.at;
      value.write(this);
      const size = this.at - from;
      this.bytes[descriptors + index * 4] = size & 255;
      this.bytes[descriptors + index * 4 + 1] = size >> 8;
    });
  }

  private definition(root: Element): void {
    const start = this.at;
    this.templates.set(root, start);
    this.u32(0);
    for (let byte = 0; byte < 16; byte++) this.u8(byte);
    this.u32(0);
    this.u8(0x0f, 1, 1, 0);
    this.element(root, true);
    this.u8(0);
    this.patch(start + 20, this.at - start - 24);
  }

  element(element: Element, inTemplate: boolean): void {
    const attributes = Object.entries(element.attributes);
    this.u8(attributes.length > 0 ? 0x41 : 0x01);
    if (inTemplate) this.u16(0xffff);
    const size = this.at;
    this.u32(0);
    this.name(element.name);
    if (attributes.length > 0) this.attributes(attributes);
    if (!element.content) this.u8(0x03);
    else {
      this.u8(0x02);
      for (const part of element.content) this.part(part, inTemplate);
      this.u8(0x04);
    }
    this.patch(size, this.at - size - 4);
  }

  private attributes(attributes: readonly (readonly [string, readonly Content[]])[]): void {
    const size = this.at;
    this.u32(0);
    attributes.forEach(([name, content], index) => {
      this.u8(index + 1 < attributes.length ? 0x46 : 0x06);
      this.name(name);
      for (const part of content) this.content(part);
    });
    this.patch(size, this.at - size - 4);
  }

  private part(part: Content | Element, inTemplate: boolean): void {
    if (typeof part === 'object' && 'name' in part) this.element(part, inTemplate);
    else this.content(part);
  }

  private content(part: Content): void {
    if (typeof part === 'string') {
      this.u8(0x05, 1);
      this.counted(part);
    } else if ('index' in part) {
      this.u8(part.optional ? 0x0e : 0x0d);
      this.u16(part.index);
      this.u8(part.type);
    } else if ('character' in part) {
      this.u8(0x08);
      this.u16(part.character);
    } else if ('entity' in part) {
      this.u8(0x09);
      this.name(part.entity);
    } else {
      this.u8(0x07);
      this.counted(part.cdata);
    }
  }

  private counted(text: string): void {
    this.u16(text.length);
    this.units(text);
  }

  /** Offset of the name, and the name itself the first time. */
  name(name: string): void {
    const known = this.names.get(name);
    this.u32(known ?? this.at + 4);
    if (known !== undefined) return;
    this.names.set(name, this.at);
    let hash = 0;
    for (let at = 0; at < name.length; at++) hash = (hash * 65_599 + name.charCodeAt(at)) >>> 0;
    this.u32(0);
    this.u16(hash);
    this.counted(name);
    this.u16(0);
  }

  /** The whole chunk, with a header and sums that fit. `used` tells the header's idea of where the records end. */
  finish(used = this.at): Uint8Array {
    const chunk = new Uint8Array(SIZE);
    chunk.set(this.bytes);
    const view = new DataView(chunk.buffer);
    chunk.set(new TextEncoder().encode('ElfChnk'));
    view.setBigUint64(8, BigInt(this.firstId), true);
    view.setBigUint64(16, BigInt(this.nextId - 1), true);
    view.setBigUint64(24, BigInt(this.firstId), true);
    view.setBigUint64(32, BigInt(this.nextId - 1), true);
    view.setUint32(40, 128, true);
    view.setUint32(44, this.lastAt, true);
    view.setUint32(48, used, true);
    view.setUint32(52, crcOf(chunk.subarray(HEADER, used)), true);
    view.setUint32(124, crcOf(Uint8Array.from([...chunk.subarray(0, 120), ...chunk.subarray(128, HEADER)])), true);
    return chunk;
  }
}

/** CRC-32, bit by bit. */
export function crcOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, Content | readonly Content[]>> = {},
  content?: readonly (Content | Element)[],
): Element {
  const lists = Object.entries(attributes).map(([key, value]) => [key, Array.isArray(value) ? value : [value]]);
  return { name, attributes: Object.fromEntries(lists) as Element['attributes'], ...(content && { content }) };
}

export function value(type: number, write: Value['write']): Value {
  return { type, write };
}

export const nothing: Value = value(0x00, () => undefined);
export const text = (units: string): Value =>
  value(0x01, (to) => {
    to.units(units);
  });
export const bytes = (type: number, list: readonly number[]): Value =>
  value(type, (to) => {
    to.u8(...list);
  });
export const u8 = (number: number): Value =>
  value(0x04, (to) => {
    to.u8(number);
  });
export const u16 = (number: number): Value =>
  value(0x06, (to) => {
    to.u16(number);
  });
export const u32 = (number: number): Value =>
  value(0x08, (to) => {
    to.u32(number);
  });
export const u64 = (number: bigint): Value =>
  value(0x0a, (to) => {
    to.u64(number);
  });
export const filetime = (units: bigint): Value =>
  value(0x11, (to) => {
    to.u64(units);
  });
export const hex64 = (number: bigint): Value =>
  value(0x15, (to) => {
    to.u64(number);
  });
export const texts = (list: readonly string[]): Value =>
  value(0x81, (to) => {
    for (const each of list) to.units(`${each}\0`);
  });
export const nested = (event: Instance | Element): Value =>
  value(0x21, (to) => {
    to.event(event);
  });

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** The template of an event of PXE01, with the values 0 to 7 for its head and 8 for what follows `System`. */
export function eventTemplate(provider = 'WDSServer'): Element {
  const from = (index: number, type: number): Substitution => ({ index, type, optional: true });
  return element('Event', { xmlns: NAMESPACE }, [
    element('System', {}, [
      element('Provider', { Name: provider, Guid: from(9, 0x0f) }),
      element('EventID', { Qualifiers: from(0, 0x06) }, [from(1, 0x06)]),
      element('Level', {}, [from(2, 0x04)]),
      element('Keywords', {}, [from(3, 0x15)]),
      element('TimeCreated', { SystemTime: from(4, 0x11) }),
      element('EventRecordID', {}, [from(5, 0x0a)]),
      element('Channel', {}, ['System']),
      element('Computer', {}, [from(6, 0x01)]),
      element('Security', { UserID: from(7, 0x13) }),
    ]),
    { index: 8, type: 0x21, optional: true },
  ]);
}

/** Values for {@link eventTemplate}: event 257 of level 2, written at {@link SOME_TIME}. */
export function eventValues(data: Value, computer = 'pxe01.contoso.example'): readonly Value[] {
  const head = [u16(49_152), u16(257), u8(2), hex64(0x80000000000000n), filetime(SOME_TIME), u64(4711n)];
  return [...head, text(computer), nothing, data, nothing];
}
