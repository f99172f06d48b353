const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `980 bytes`, `1.2 MB`, `320 MB`, `10.7 GB`; a unit is a thousand of the one before it, as where disks are sold. */
export function sizeText(bytes: number): string {
  const index = unitIndex(bytes);
  const number = scaled(bytes, index);
  return `${number} ${number === '1' ? 'byte' : (UNITS[index] ?? 'bytes')}`;
}

/** `1.2 of 8.4 GB`: both in the unit of the second. */
export function sizeOfText(part: number, whole: number): string {
  return `${scaled(part, unitIndex(whole))} of ${sizeText(whole)}`;
}

/** `under 1 s left`, `23 s left`, `3 min left`, `2 h left`. */
export function timeLeftText(seconds: number): string {
  if (seconds < 1) return 'under 1 s left';
  if (seconds < 90) return `${Math.round(seconds)} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min left` : `${Math.round(minutes / 60)} h left`;
}

function unitIndex(bytes: number): number {
  const last = UNITS.length - 1;
  let index = 0;
  // 999.6 would be written as 1000.
  for (let rest = bytes; rest >= 999.5 && index < last; rest /= 1000) index++;
  return index;
}

/** One decimal below ten, none from there on. */
function scaled(bytes: number, index: number): string {
  const value = bytes / 1000 ** index;
  if (index === 0 || value === 0) return String(Math.round(value));
  return value < 9.95 ? value.toFixed(1) : String(Math.round(value));
}
