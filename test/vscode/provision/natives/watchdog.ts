/**
 * With a compiled library of this name an extension host ends itself when its parent is gone. The harness ends the whole
 * process group instead.
 */
export function start(): void {
  // Nothing watches.
}

export function exit(code: number): void {
  process.exit(code);
}
