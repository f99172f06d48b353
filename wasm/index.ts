/** What the module gives to `src/core/formats/eventXmlModule.ts`. */
export { headAt, longestText, longestWide, sectionsAt, stopAt, tagsAt, tallyAt, textAt, wideAt } from './memory';
export { countOfSections, findTags, isWide } from './tags';
export { learnHead, readHead } from './heads';
export { countFrom, openText, passEvents, startFile, takeAllComputers } from './pass';
export { clearTally } from './tally';
export { leftOfWide, narrow } from './wide';
