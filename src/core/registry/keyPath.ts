/**
 * The roots that regedit knows, with the short names that only `reg.exe` and PowerShell take.
 * HKEY_DYN_DATA is not among them: no Windows of the NT line has it.
 */
const SHORT_ROOTS: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
};

/** Full names of the roots, upper case. */
export const ROOTS: readonly string[] = Object.values(SHORT_ROOTS);

const ROOT_NAMES: ReadonlySet<string> = new Set(ROOTS);

/** Most characters that the name of a key can have (Windows: registry element size limits). */
export const MAX_KEY_NAME = 255;

/** Without the empty parts that doubled backslashes and one at the end make; an import drops them as well. */
export function cleanKeyPath(path: string): string {
  if (!path.includes('\\\\') && !path.endsWith('\\')) return path;
  return path
    .split('\\')
    .filter((part, index) => part !== '' || index === 0)
    .join('\\');
}

/** What two paths have in common that name the same key: the registry does not tell upper from lower case. */
export function foldName(name: string): string {
  return name.toLowerCase();
}

/** The parts of a path, the root first and in its own upper case. */
export function pathParts(path: string): readonly string[] {
  const [root = '', ...rest] = path.split('\\');
  return [root.toUpperCase(), ...rest.filter((part) => part !== '')];
}

/** Whether the text before the first backslash is a root that regedit knows, in any case. */
export function hasFullRoot(path: string): boolean {
  return ROOT_NAMES.has(firstPart(path).toUpperCase());
}

/** Whether the path starts with `HKLM` or another short name. */
export function hasShortRoot(path: string): boolean {
  return SHORT_ROOTS[firstPart(path).toUpperCase()] !== undefined;
}

/**
 * The path with its full root, for what people write instead: `HKLM\...`, PowerShell's `HKLM:\...` and
 * `Registry::HKEY_...`, the address bar's `Computer\HKEY_...` in any language, a backslash or a blank before it.
 */
export function withFullRoot(path: string): string | undefined {
  const text = path.trimStart();
  const found = /^(?:\\|[^\\]{0,40}\\|registry::)?\s*(HK[A-Z_]{1,20}):?(?=\\|$)/i.exec(text);
  const root = found?.[1]?.toUpperCase();
  if (!found || root === undefined) return undefined;
  const full = ROOT_NAMES.has(root) ? root : SHORT_ROOTS[root];
  return full === undefined ? undefined : full + text.slice(found[0].length);
}

function firstPart(path: string): string {
  const end = path.indexOf('\\');
  return end < 0 ? path : path.slice(0, end);
}
