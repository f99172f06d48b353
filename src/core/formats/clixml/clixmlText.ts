import { type Shift, shiftsOf } from '../../text/escapes';
import { decodeEntities } from '../xmlText';

const UNIT = /_x([0-9a-f]{4})_/gi;
const ESCAPE = /&#?[0-9a-z]{1,7};|_x[0-9a-f]{4}_/gi;

/** Undoes what CLIXML does to a text: entities, and `_x000D_` for units that XML does not allow. */
export function decodeClixml(raw: string): string {
  const text = decodeEntities(raw);
  if (!text.includes('_x')) return text;
  return text.replace(UNIT, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Where the text falls behind what is written. */
export function clixmlShifts(raw: string): readonly Shift[] {
  return shiftsOf(raw, ESCAPE, decodeClixml);
}
