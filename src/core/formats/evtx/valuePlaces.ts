/** The values that fill a template: byte offset, size and type of each, three numbers a value. */
export type Values = Int32Array;

export const NO_VALUES: Values = new Int32Array(0);
