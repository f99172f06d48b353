import type { Reference } from '../rules/rule';
import { escapeMarkdown, inlineCode } from './escape';
import { beforeColon } from './remediationText';

/**
 * Markdown link to an article of the catalogue. Addresses without encryption, and any that could end the link early, are
 * shown but not made clickable.
 */
export function articleLink({ title, url }: Reference): string {
  if (!isSafeUrl(url)) return `${escapeMarkdown(title)} (${inlineCode(url)})`;
  return `[${escapeMarkdown(title)}](${url.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

/** The same with the part of the title before its colon: `KB 2510665`. */
export function shortArticleLink({ title, url }: Reference): string {
  return articleLink({ title: beforeColon(title), url });
}

/** Whether an address may be opened with a click. */
export function isSafeUrl(url: string): boolean {
  return /^https:\/\/[\w.-]+(?:\/[\w\-./?=&%#~+,;:()]*)?$/.test(url);
}
