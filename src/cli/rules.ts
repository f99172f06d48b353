import { parseArgs } from 'node:util';
import { loadBuiltInCatalogue } from '../catalogue';
import { type Rule, renderJson } from '../core/index';
import { formatOption } from './options';

/** `wintriage rules`: the known issues and the variants that `fix` takes. */
export function rules(args: string[], print: (text: string) => void): number {
  const { values } = parseArgs({ args, options: { format: { type: 'string', default: 'text' } } });
  const known = loadBuiltInCatalogue().rules;
  const isJson = formatOption(values.format) === 'json';
  print(isJson ? renderJson(known.map(summaryOf)) : known.map(textOf).join('\n'));
  return 0;
}

function summaryOf({ id, title, references, remediations }: Rule): unknown {
  const variants = remediations.filter(({ registry }) => registry).map((each) => ({ id: each.id, title: each.title }));
  return { id, title, references, variants };
}

function textOf({ id, title, references, remediations }: Rule): string {
  const links = references.map(({ url }) => `    ${url}\n`).join('');
  const variants = remediations
    .filter(({ registry }) => registry)
    .map((each) => `    --variant ${each.id}: ${each.title}\n`)
    .join('');
  return `${id}\n    ${title}\n${links}${variants}`;
}
