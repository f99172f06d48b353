import { isKnownSetting, type RegistrySetting } from '../cases/registryFindings';
import { renderValue } from '../registry/index';
import type { RegistryChange, Remediation } from '../rules/rule';
import { regComment, shellQuoteWindows } from './escape';
import { fileName } from './names';
import { regDataText } from './regDataText';

/** What a registry remediation holds. */
export type RegistryFix = NonNullable<Remediation['registry']>;

const HEADER = 'Windows Registry Editor Version 5.00';
const LINE_END = '\r\n';

/** Names of the two files that a registry remediation becomes. */
export interface RegFileNames {
  /** `KB2510665-configmgr2007-x64.reg` */
  readonly fix: string;
  /** `KB2510665-configmgr2007-x64-undo.reg` */
  readonly undo: string;
}

/** What the comments of a file say besides what the remediation itself says. */
export interface RegFileContext {
  /** The server the file is for, as the log names it. */
  readonly computer?: string | undefined;
  /** Which workaround of its article this is, from 1. */
  readonly workaround?: number | undefined;
  /** Where they differ from {@link regFileNames}, because those were taken; without `undo` where no such file is made. */
  readonly fileNames?: Pick<RegFileNames, 'fix'> & Partial<RegFileNames>;
  /** What registry exports show of the values before the fix: then the undo restores that. */
  readonly before?: readonly RegistrySetting[] | undefined;
}

/** The names that a registry remediation asks for. */
export function regFileNames(fix: RegistryFix): RegFileNames {
  return { fix: `${fix.fileName}.reg`, undo: `${fix.fileName}-undo.reg` };
}

/** Text of the file that makes the changes, lines ended by CR LF. */
export function renderRegFile(fix: RegistryFix, context: RegFileContext = {}): string {
  const names = context.fileNames ?? regFileNames(fix);
  const comments = [heading(fix, context), ...fix.notes, undoLine(fix, names.undo, context)];
  return renderFile(comments, fix.changes, renderChange);
}

/** Reverses {@link renderRegFile}: text of the file that restores the values, or removes them where none is known. */
export function renderUndoFile(fix: RegistryFix, context: RegFileContext = {}): string {
  const names = context.fileNames ?? regFileNames(fix);
  const comments = [
    `Undo of ${names.fix}. ${heading(fix, context)}`,
    ...undoNotes(fix, context),
    // What must be restarted for the fix to work must be restarted for its undo as well.
    ...fix.notes.filter((note) => /^restart /i.test(note)),
  ];
  return renderFile(comments, fix.changes, (change) => renderRestoring(change, context));
}

/** `reg.exe` commands that make the changes, for a prompt with administrator rights; one line each. */
export function renderRegCommand(fix: RegistryFix): string {
  return fix.changes.map((change) => `${addCommand(change)}${viewOption(fix, change)}`).join(LINE_END);
}

/** Reverses {@link renderRegCommand}. */
export function renderUndoCommand(fix: RegistryFix): string {
  return fix.changes.map((change) => `${deleteCommand(change)}${viewOption(fix, change)}`).join(LINE_END);
}

/** The bytes regedit itself writes: UTF-16, low byte first, with byte order mark. */
export function encodeRegFile(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index++) view.setUint16(2 + 2 * index, text.charCodeAt(index), true);
  return bytes;
}

function heading(fix: RegistryFix, { computer, workaround }: RegFileContext): string {
  const number = workaround === undefined ? '' : `, workaround ${workaround}`;
  return `${fix.article.title}${number}: ${fix.system}${computer === undefined ? '' : `, for ${computer}`}`;
}

/** What an export shows of a value, if it does. */
function knownBefore(change: RegistryChange, { before = [] }: RegFileContext): RegistrySetting | undefined {
  return before.find(
    (setting) =>
      setting.change.keyPath === change.keyPath &&
      setting.change.valueName === change.valueName &&
      isKnownSetting(setting),
  );
}

/** Which file undoes the changes and what that restores, or what to do where there is no such file. */
function undoLine(fix: RegistryFix, undo: string | undefined, context: RegFileContext): string {
  if (!fix.changes.every((change) => knownBefore(change, context))) {
    const way = undo ?? `delete ${fix.changes.map(({ valueName }) => regComment(valueName)).join(', ')}`;
    return `Undo: ${way}. If the value exists already, write down its data first and restore that instead.`;
  }
  const restored = fix.changes.map((change) => restoredText(change, context)).join(' ');
  return undo === undefined ? `What undoes it: ${restored}` : `Undo: ${undo}: ${restored}`;
}

function undoNotes(fix: RegistryFix, context: RegFileContext): readonly string[] {
  return fix.changes.map((change) =>
    knownBefore(change, context)
      ? restoredText(change, context)
      : 'Removes the value. If it was there before the fix, with other data, restore that data instead.',
  );
}

function restoredText(change: RegistryChange, context: RegFileContext): string {
  const known = knownBefore(change, context);
  const name = regComment(change.valueName);
  const file = fileName(known?.path ?? '');
  if (known?.data) return `restores ${name} = ${regDataText(known.data)}, as ${file} shows it.`;
  return `removes ${name}, which is not set according to ${file}.`;
}

/** Changes of one key that follow each other share its block. */
function renderFile(
  comments: readonly string[],
  changes: readonly RegistryChange[],
  renderLine: (change: RegistryChange) => string,
): string {
  const lines = [HEADER, '', ...comments.map((comment) => `; ${regComment(comment)}`)];
  changes.forEach((change, index) => {
    const isSameKey = changes[index - 1]?.keyPath === change.keyPath;
    if (index > 0 && !isSameKey) lines.push('');
    if (!isSameKey) lines.push(`[${withoutControls(change.keyPath)}]`);
    lines.push(renderLine(change));
  });
  return [...lines, '', ''].join(LINE_END);
}

/** `"NumberOfThreads"=dword:00000001` */
function renderChange(change: RegistryChange): string {
  return `${quoteName(change.valueName)}=dword:${change.data.toString(16).padStart(8, '0')}`;
}

/** Reverses {@link renderChange}: `"NumberOfThreads"=-` */
function renderRemoval(change: RegistryChange): string {
  return `${quoteName(change.valueName)}=-`;
}

/** Reverses {@link renderChange}: the old data where it is known. */
function renderRestoring(change: RegistryChange, context: RegFileContext): string {
  const data = knownBefore(change, context)?.data;
  return data ? renderValue(change.valueName, data) : renderRemoval(change);
}

function addCommand({ keyPath, valueName, valueType, data }: RegistryChange): string {
  return `reg.exe add ${shellQuoteWindows(keyPath)} /v ${shellQuoteWindows(valueName)} /t ${valueType} /d ${data} /f`;
}

/** Reverses {@link addCommand}. */
function deleteCommand({ keyPath, valueName }: RegistryChange): string {
  return `reg.exe delete ${shellQuoteWindows(keyPath)} /v ${shellQuoteWindows(valueName)} /f`;
}

/**
 * A 32-bit prompt or management agent on 64-bit Windows would be led to Wow6432Node in silence. A path that names that key
 * means the same everywhere, so that there the command stays one that the `reg.exe` of old servers knows.
 */
function viewOption({ variant }: RegistryFix, { keyPath }: RegistryChange): string {
  const isRedirected = /^HKEY_LOCAL_MACHINE\\SOFTWARE\\(?!Wow6432Node\\)/i.test(keyPath);
  return isRedirected && variant.bitness !== 32 ? ' /reg:64' : '';
}

function quoteName(name: string): string {
  return `"${withoutControls(name).replace(/[\\"]/g, '\\$&')}"`;
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}
