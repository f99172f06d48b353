import { unescapeJson } from './jsonText';

/** What a node of a {@link JsonTree} is. A literal is a number, `true`, `false` or `null`. */
export type JsonKind = keyof typeof KINDS;

const KINDS = { object: 0, array: 1, string: 2, literal: 3 } as const;
const KIND_NAMES: readonly JsonKind[] = ['object', 'array', 'string', 'literal'];

/** Numbers kept of a node: kind, start, end, and the node behind it and all below. */
const WIDTH = 4;
const FIRST_SIZE = 1024;

/**
 * The values of one JSON text as numbers: where each starts and ends in the text, in the order in which they stand there. An
 * object's keys and values are nodes that take turns. One tree is filled again and again, so that reading a log makes
 * nothing that has to be thrown away.
 */
export class JsonTree {
  /** Of the last value that was begun; node 0 is the whole. */
  count = 0;
  private numbers = new Int32Array(FIRST_SIZE);
  private text = '';

  /** Forgets the last text. */
  start(text: string): void {
    this.text = text;
    this.count = 0;
  }

  /** Begins a node and returns its number. Its end must be told by {@link close}. */
  open(kind: JsonKind, from: number): number {
    const node = this.count++;
    const at = node * WIDTH;
    if (at + WIDTH > this.numbers.length) this.grow();
    this.numbers[at] = KINDS[kind];
    this.numbers[at + 1] = from;
    return node;
  }

  /** Everything that was begun since lies inside the node. */
  close(node: number, to: number): void {
    const at = node * WIDTH;
    this.numbers[at + 2] = to;
    this.numbers[at + 3] = this.count;
  }

  /** A node with nothing below it. */
  add(kind: JsonKind, from: number, to: number): void {
    this.close(this.open(kind, from), to);
  }

  /** Takes back the last node, which has nothing below it. */
  drop(): void {
    this.count--;
  }

  kindOf(node: number): JsonKind {
    return KIND_NAMES[this.numbers[node * WIDTH] ?? 0] ?? 'literal';
  }

  /** Where the value starts in the text: behind the quote of a string, at the bracket of what has brackets. */
  from(node: number): number {
    return this.numbers[node * WIDTH + 1] ?? 0;
  }

  /** Where it ends: at the closing quote of a string, behind the closing bracket of what has brackets. */
  to(node: number): number {
    return this.numbers[node * WIDTH + 2] ?? 0;
  }

  /** The first node that lies behind this one and all below it. */
  after(node: number): number {
    return this.numbers[node * WIDTH + 3] ?? this.count;
  }

  /** The text of a string without its escapes, or of a literal as it is written; '' for anything else and for `null`. */
  textOf(node: number): string {
    const kind = this.kindOf(node);
    if (kind !== 'string' && kind !== 'literal') return '';
    const raw = this.text.slice(this.from(node), this.to(node));
    if (kind === 'string') return unescapeJson(raw);
    return raw === 'null' ? '' : raw;
  }

  /** Whether the node is `null` or an empty text. */
  isNull(node: number): boolean {
    const from = this.from(node);
    const kind = this.kindOf(node);
    return kind === 'string' ? from === this.to(node) : kind === 'literal' && this.text.startsWith('null', from);
  }

  /** The value of a key of an object; undefined when it has none, or when the node is no object. */
  member(object: number, key: string): number | undefined {
    if (this.kindOf(object) !== 'object') return undefined;
    for (let at = object + 1; at < this.after(object); at = this.after(at + 1)) {
      if (this.to(at) - this.from(at) === key.length && this.text.startsWith(key, this.from(at))) return at + 1;
    }
    return undefined;
  }

  /** Calls with key and value of each member, in order. Does nothing for what is no object. */
  eachMember(object: number, visit: (key: string, value: number) => void): void {
    if (this.kindOf(object) !== 'object') return;
    for (let at = object + 1; at < this.after(object); at = this.after(at + 1)) visit(this.textOf(at), at + 1);
  }

  /** The items of an array, in order; none for anything else. */
  itemsOf(array: number): readonly number[] {
    const items: number[] = [];
    if (this.kindOf(array) !== 'array') return items;
    for (let at = array + 1; at < this.after(array); at = this.after(at)) items.push(at);
    return items;
  }

  private grow(): void {
    const larger = new Int32Array(this.numbers.length * 2);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
