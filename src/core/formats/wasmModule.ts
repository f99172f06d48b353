/** As much of WebAssembly as is used: not all hosts declare it for TypeScript. */
interface Host {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** The module whose code this is, in base64. Throws where WebAssembly, or its instructions for many bytes, are missing. */
export function compiledModule(code: string): object {
  return new (host().Module)(Uint8Array.from(atob(code), (unit) => unit.charCodeAt(0)));
}

/** What a module exports, with a memory of its own. Its source says what that is, and the tests use it. */
export function exportsOf(module: object): unknown {
  return new (host().Instance)(module).exports;
}

function host(): Host {
  return (globalThis as unknown as { readonly WebAssembly: Host }).WebAssembly;
}

/** Gives the one thing of its kind of this thread, made when it is first asked for; undefined where it can not be had. */
export function oneOfThread<T>(make: () => T): () => T | undefined {
  let made: { readonly value: T | undefined } | undefined;
  return () => (made ??= { value: valueOf(make) }).value;
}

function valueOf<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
