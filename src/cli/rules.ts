import { parseArgs } from 'node:util';
import { loadBuiltInCatalogue } from '../catalogue';
import { type Rule, renderJson } from '../core/index';
import type { Output } from './output';
import { formatOption } from './options';

/** `wintriage rules`: the known issues and the variants that `fix` takes. */
export function rules(args: string[], { print }: Output): number {
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
  const fixes = remediations.map((each) => `fix${each.registry ? ` --variant ${each.id}` : ''}: ${each.title}`);
  const lines = [title, ...fixes, ...references.map(({ url }) => `see: ${url}`)];
  return [id, ...lines.map((line) => `    ${line}`), ''].join('\n');
}
