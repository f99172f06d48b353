/** What a person who writes a registry file is helped with: checks, repairs, outline, completion. */
export * from './knownChecks';
export { knownFixes } from './knownFixes';
export { KnownKeys, knownKeyTest } from './knownKeys';
export { problemFixes } from './problemFixes';
export { type RegCompletion, completionsAt } from './regCompletions';
export { type RegFold, foldsOf } from './regFolds';
export { type RegOutline, type RegOutlineKey, type RegOutlineValue, outlineInSteps, outlineOf } from './regOutline';
export type { RegTarget } from './serverTraits';
export { type RegFix, type RegFixKind, type TextEdit, applyEdits } from './textEdit';
