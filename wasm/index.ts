/** What the module gives to `src/core/formats/eventXmlScanner.ts`. */
export { headAt, longestText, sectionsAt, tagsAt, textAt } from './memory';
export { countOfSections, findTags } from './tags';
export { learnHead, readHead } from './heads';
