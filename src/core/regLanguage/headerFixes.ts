import { type RegDocument, type RegProblem, headerText, lineEndFrom } from '../registry/index';
import { type RegFix, insert, preferred, replace, removeLines } from './textEdit';

/** Ways to a header that an import takes. */
export function headerFixes(document: RegDocument, problem: RegProblem): readonly RegFix[] {
  const { text, lineEnd, header } = document;
  const right = headerText(header.version);
  switch (problem.code) {
    case 'header-missing':
      return [preferred('add-header', [insert(0, `${right}${lineEnd}${lineEnd}`)], right)];
    case 'header-not-first':
      return [
        preferred('move-header', [
          insert(0, `${text.slice(header.span.start, header.span.end)}${lineEnd}${lineEnd}`),
          removeLines(text, header.span),
        ]),
      ];
    default:
      return [preferred('correct-header', [replace({ start: 0, end: lineEndFrom(text, 0) }, right)], right)];
  }
}
