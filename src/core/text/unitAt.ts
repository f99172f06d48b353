/**
 * The UTF-16 unit at an offset that is not negative; -1 behind the end of the text. `charCodeAt` has no unit there either, but having
 * looked there once makes every later look slow.
 */
export function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1;
}
