import type { Located } from '../../text/span';
import { binaryHex, hexOf } from '../binaryHex';
import { type JsonSource, located, spanOf } from './jsonSource';

/** Windows allows an event no more data than this. Bytes. */
const MOST_BYTES = 0x10000;

/** Binary data as hex digits: written as such, in Base64, or as an array of bytes. Undefined for anything else. */
export function binaryAt(source: JsonSource, node: number | undefined): Located<string> | undefined {
  if (node === undefined) return undefined;
  const { tree } = source;
  if (tree.kindOf(node) !== 'array') {
    const text = located(source, node);
    const hex = text && binaryHex(text.value);
    return text && hex !== undefined ? { value: hex, span: text.span } : undefined;
  }
  const bytes = tree
    .itemsOf(node)
    .slice(0, MOST_BYTES)
    .map((item) => Number(tree.textOf(item)));
  if (bytes.length === 0 || !bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 0xff))
    return undefined;
  return { value: hexOf(bytes), span: spanOf(source, node) };
}
