/** What the registry keeps of a value: the number of its type and its bytes, text as UTF-16 with the low byte first. */
export interface RegData {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Numbers of the registry types, as winnt.h has them. */
export const REG_NONE = 0;
export const REG_SZ = 1;
export const REG_EXPAND_SZ = 2;
export const REG_BINARY = 3;
export const REG_DWORD = 4;
export const REG_DWORD_BIG_ENDIAN = 5;
export const REG_LINK = 6;
export const REG_MULTI_SZ = 7;
export const REG_QWORD = 11;

const NAMES = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
] as const;

/** `REG_DWORD` of 4; undefined for the numbers that no name is known for. */
export function typeName(type: number): string | undefined {
  return NAMES[type];
}

/** Reverses {@link typeName}. */
export function typeOfName(name: string): number | undefined {
  const type = NAMES.findIndex((each) => each === name);
  return type < 0 ? undefined : type;
}

/** Types whose bytes are text that ends in NUL, and that an import completes. */
export function isStringType(type: number): boolean {
  return type === REG_SZ || type === REG_EXPAND_SZ || type === REG_MULTI_SZ;
}
