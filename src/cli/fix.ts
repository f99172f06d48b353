import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBuiltInCatalogue } from '../catalogue';
import {
  type Catalogue,
  type RegistryFix,
  type RegistrySetting,
  type Remediation,
  encodeRegFile,
  isKnownSetting,
  registryFindings,
  renderRegFile,
  renderUndoFile,
  workaroundNumber,
} from '../core/index';
import { scanFile } from '../platform/index';
import { writeNewFiles } from './newFiles';
import type { Output } from './output';
import { UsageError } from './usage';

/** `wintriage fix`: writes the registry file of a rule's variant, and its undo; tells their paths. */
export async function fix(args: string[], { print }: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      variant: { type: 'string' },
      out: { type: 'string' },
      undo: { type: 'string' },
      computer: { type: 'string' },
      state: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const catalogue = loadBuiltInCatalogue();
  const { remediation, registry, workaround } = findFix(catalogue, positionals, values.variant);
  if (values.out === undefined) throw new UsageError('fix needs --out FILE');
  if (values.out === values.undo) throw new UsageError('--out and --undo name the same file');
  const fileNames = {
    fix: basename(values.out),
    ...(values.undo !== undefined && { undo: basename(values.undo) }),
  };
  const before = values.state === undefined ? undefined : await settingsIn(values.state, remediation, catalogue);
  const context = { computer: values.computer, workaround, fileNames, before };
  const files = [
    { path: values.out, bytes: encodeRegFile(renderRegFile(registry, context)) },
    ...(values.undo === undefined
      ? []
      : [{ path: values.undo, bytes: encodeRegFile(renderUndoFile(registry, context)) }]),
  ];
  await writeNewFiles(files, { force: values.force, print });
  return 0;
}

/** How an export shows the values that the fix sets. */
async function settingsIn(
  path: string,
  remediation: Remediation,
  catalogue: Catalogue,
): Promise<readonly RegistrySetting[]> {
  const { registry } = await scanFile(path, catalogue, { dateOrder: 'auto' });
  if (!registry) throw new UsageError(`${path} is neither a registry export nor the output of reg query`);
  const { settings = [] } = registryFindings([remediation], [{ path, registry, origin: 'chosen' }]) ?? {};
  const unknown = settings.find((setting) => !isKnownSetting(setting));
  if (unknown) throw new UsageError(`${path} does not cover ${unknown.change.keyPath}`);
  return settings;
}

interface Fix {
  readonly remediation: Remediation;
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
  const remediation = variants.find(({ id }) => id === variant);
  if (!remediation?.registry || variant === undefined) {
    throw new UsageError(`fix ${ruleId} needs --variant ${variants.map(({ id }) => id).join('|')}`);
  }
  return { remediation, registry: remediation.registry, workaround: workaroundNumber(rule, variant) };
}
