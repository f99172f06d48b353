import type { Span } from '../../src/core/text/span';

/** A text without its «marks», and the spans that they enclosed, in order of their start. Marks may be nested. */
export function marked(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  let text = '';
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const character of source) {
    if (character === '«') open.push(spans.push({ start: text.length, end: -1 }) - 1);
    else if (character === '»') {
      const span = spans[open.pop() ?? -1];
      if (!span) throw new Error(`» without « at ${text.length}`);
      span.end = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error('« without »');
  return { text, spans };
}
