export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** Which systems a registry remediation is for; what is left out does not matter. */
export interface Variant {
  readonly product: 'configmgr2007' | 'configmgr2012';
  readonly bitness?: 32 | 64;
}
