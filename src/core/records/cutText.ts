/** What a table puts in place of what it has no room for: Windows PowerShell three dots, PowerShell 7 one unit. */
const DOTS = /(?:\.\.\.|…)$/;

/** UTF-16 units of the dots with which a table has cut the text off; 0 where it ends with none. */
export function cutDots(text: string): number {
  return DOTS.exec(text)?.[0].length ?? 0;
}
