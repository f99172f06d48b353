import type { RegData } from './regTypes';
import { headerText } from './readHeader';
import { renderKey, renderKeyDeletion, renderValue, renderValueDeletion } from './renderValue';

/** What a new file does to one key. */
export interface RegBlock {
  readonly path: string;
  /** Deletes the key with everything below it; `values` is not looked at then. */
  readonly isDeletion: boolean;
  /** Without data the value is deleted. */
  readonly values: readonly { readonly name: string; readonly data?: RegData }[];
}

/** Text of a new file of version 5, lines ended by CR LF. Names must be such that `canRenderName` takes them. */
export function renderBlocks(blocks: readonly RegBlock[]): string {
  const lines = [headerText(5), ''];
  for (const { path, isDeletion, values } of blocks) {
    lines.push(isDeletion ? renderKeyDeletion(path) : renderKey(path));
    if (!isDeletion) {
      for (const { name, data } of values) lines.push(data ? renderValue(name, data) : renderValueDeletion(name));
    }
    lines.push('');
  }
  return [...lines, ''].join('\r\n');
}
