import type { CatalogueError, Unchecked } from './checkedJson';
import { checkRule, checkRules, type NamedRule } from './checkRule';
import { loadRule } from './loadRule';
import { loadCodeNames, loadCodeNotes, loadMessageTemplates, loadProviderAliases, loadRetiredIds } from './loadTables';
import type { Catalogue, CodeTable } from './rule';

export { renderCatalogueError, type CatalogueError } from './checkedJson';

/** A JSON file that was read but not checked. */
export interface CatalogueFile {
  /** As errors shall name it: `wds/kb-2510665.json`. */
  readonly path: string;
  readonly content: unknown;
}

/** The files beside the rules. */
export interface CatalogueTables {
  readonly messages: CatalogueFile;
  readonly providers: CatalogueFile;
  readonly retired: CatalogueFile;
  readonly codeNotes: CatalogueFile;
  readonly codeNames: Readonly<Record<'ntstatus' | 'win32' | 'hresult', CatalogueFile>>;
}

/**
 * Checks every field of every file and reports all errors at once, each with its place. A rule with errors is not in the
 * catalogue. The thousands of names of codes are read when first asked for, as most sessions never ask; their
 * errors are what {@link checkCodeNames} reports.
 */
export function loadCatalogue(
  rules: readonly CatalogueFile[],
  tables: CatalogueTables,
): { readonly catalogue: Catalogue; readonly errors: readonly CatalogueError[] } {
  const errors: CatalogueError[] = [];
  const read = <T>(file: CatalogueFile, load: (at: Unchecked) => T): T => load(unchecked(file, errors));
  const loaded = rules.map(loadRuleFile);
  errors.push(...loaded.flatMap((file) => file.errors));
  errors.push(...checkRules(loaded, read(tables.retired, loadRetiredIds)));
  const catalogue: Catalogue = {
    rules: loaded.filter((file) => file.errors.length === 0).map(({ rule }) => rule),
    messageTemplates: read(tables.messages, loadMessageTemplates),
    providerAliases: read(tables.providers, loadProviderAliases),
    codes: codeTable(tables, read(tables.codeNotes, loadCodeNotes)),
  };
  return { catalogue, errors };
}

/** All errors of the tables of code names, which {@link loadCatalogue} does not read. */
export function checkCodeNames({ codeNames }: Pick<CatalogueTables, 'codeNames'>): readonly CatalogueError[] {
  const errors: CatalogueError[] = [];
  for (const file of Object.values(codeNames)) loadCodeNames(unchecked(file, errors));
  return errors;
}

function loadRuleFile(file: CatalogueFile): NamedRule & { readonly errors: readonly CatalogueError[] } {
  const errors: CatalogueError[] = [];
  const named = { file: file.path, rule: loadRule(unchecked(file, errors)) };
  return { ...named, errors: [...errors, ...checkRule(named)] };
}

function unchecked({ path, content }: CatalogueFile, errors: CatalogueError[]): Unchecked {
  return { value: content, file: path, path: '', errors };
}

/** Each table of names is made when it is first looked at, and kept. */
function codeTable({ codeNames }: CatalogueTables, notes: CodeTable['notes']): CodeTable {
  const made = new Map<CatalogueFile, ReadonlyMap<number, string>>();
  const names = (file: CatalogueFile): ReadonlyMap<number, string> => {
    const table = made.get(file) ?? loadCodeNames(unchecked(file, []));
    made.set(file, table);
    return table;
  };
  return {
    get ntstatus() {
      return names(codeNames.ntstatus);
    },
    get win32() {
      return names(codeNames.win32);
    },
    get hresult() {
      return names(codeNames.hresult);
    },
    notes,
  };
}
