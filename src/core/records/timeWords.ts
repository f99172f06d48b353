/** What makes the spelling of a date plain, in this order: a pattern and what takes its place. */
export const PLAIN_SPELLING: readonly (readonly [RegExp, string])[] = [
  // Marks that turn the writing direction, as newer versions of Windows put around each number.
  [/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''],
  // Newer versions of Windows write a narrow no-break space before AM and PM. Runs of blanks count as one.
  [/\s+/g, ' '],
  // `Mittwoch, 27.10.2021` and `Wed 10/7/2016`: a word before the date is no marker of a half of the day.
  [/^ ?[\p{L}\p{M}]{2,16}[.,]{0,2} ?(?=\d)/u, ''],
  // `2019/1/5 星期六 0:15:13`, `2019/01/05(土) 0:15:13`.
  [/ ?(?:(?:星期|週|周)[一二三四五六日天]|[(\uff08][月火水木金土日][)\uff09]|[月火水木金土日]曜日?)(?= )/u, ''],
  // `a. m.` as Spanish writes it.
  [/([ap])\. m\./i, '$1.m.'],
];
