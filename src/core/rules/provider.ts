/** Display names and older names of providers, in lower case, to the name in the event schema. */
export type ProviderAliases = ReadonlyMap<string, string>;

/** The one spelling of a provider that is compared: aliases undone, lower case. */
export function comparedProvider(provider: string, aliases: ProviderAliases): string {
  const folded = provider.trim().toLowerCase();
  return aliases.get(folded)?.toLowerCase() ?? folded;
}
