/** Made by build/bundleSuite.mjs: every test file beside this one. Calling an entry defines its tests. */
declare module 'wintriage-suite' {
  export const testFiles: readonly { readonly path: string; readonly define: () => Promise<unknown> }[];
}
