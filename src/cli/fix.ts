import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBuiltInCatalogue } from '../catalogue';
import {
  type Catalogue,
  type RegistryFix,
  encodeRegFile,
  regFileNames,
  renderRegFile,
  renderUndoFile,
  workaroundNumber,
} from '../core/index';
import { writeNewFiles } from './newFiles';
import { UsageError } from './usage';

/** `wintriage fix`: writes the registry file of a rule's variant, and its undo; tells their paths. */
export async function fix(args: string[], print: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      variant: { type: 'string' },
      out: { type: 'string' },
      undo: { type: 'string' },
      computer: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const { registry, workaround } = findFix(loadBuiltInCatalogue(), positionals, values.variant);
  if (values.out === undefined) throw new UsageError('fix needs --out FILE');
  if (values.out === values.undo) throw new UsageError('--out and --undo name the same file');
  const names = regFileNames(registry);
  const fileNames = {
    fix: basename(values.out),
    undo: values.undo === undefined ? names.undo : basename(values.undo),
  };
  const context = { computer: values.computer, workaround, fileNames };
  const files = [
    { path: values.out, bytes: encodeRegFile(renderRegFile(registry, context)) },
    ...(values.undo === undefined
      ? []
      : [{ path: values.undo, bytes: encodeRegFile(renderUndoFile(registry, context)) }]),
  ];
  await writeNewFiles(files, { force: values.force, print });
  return 0;
}

interface Fix {
  readonly registry: RegistryFix;
  readonly workaround: number;
}

function findFix(catalogue: Catalogue, positionals: readonly string[], variant: string | undefined): Fix {
  const [ruleId, ...others] = positionals;
  if (ruleId === undefined || others.length > 0) throw new UsageError('fix takes one rule');
  const rule = catalogue.rules.find(({ id }) => id === ruleId);
  if (!rule) throw new UsageError(`no known issue is called ${ruleId}; 'wintriage rules' lists them`);
  const variants = rule.remediations.filter(({ registry }) => registry);
  if (variants.length === 0) throw new UsageError(`no registry change is documented for ${ruleId}`);
  const registry = variants.find(({ id }) => id === variant)?.registry;
  if (!registry || variant === undefined) {
    throw new UsageError(`fix ${ruleId} needs --variant ${variants.map(({ id }) => id).join('|')}`);
  }
  return { registry, workaround: workaroundNumber(rule, variant) };
}
