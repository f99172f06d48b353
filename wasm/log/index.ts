/** What the module gives to `src/core/formats/cmTrace/entryPasser.ts`. */
export { kindSize, kindsAt, longestText, textAt } from './memory';
export { countFrom, openText, passEntries } from './pass';
export { clearCounts, forgetKinds } from './kinds';
