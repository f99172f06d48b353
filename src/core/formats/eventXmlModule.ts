import type { HeadPlaces } from './eventXmlHeadPlaces';
import { EVENT_XML_SCANNER_CODE } from './eventXmlScannerCode';
import { compiledModule, exportsOf } from './wasmModule';

/** What the module of the folder `wasm` exports. All numbers are places in its memory, or bytes or units of the text. */
export interface EventXmlModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly textAt: () => number;
  readonly longestText: () => number;
  readonly wideAt: () => number;
  readonly longestWide: () => number;
  readonly tagsAt: () => number;
  readonly sectionsAt: () => number;
  readonly headAt: () => number;
  readonly stopAt: () => number;
  readonly tallyAt: () => number;
  /** Writes bytes of UTF-16 as UTF-8 behind so many bytes of the text; returns how many bytes that takes. */
  readonly narrow: (bytes: number, behind: number, isBigEndian: boolean) => number;
  readonly leftOfWide: () => number;
  readonly findTags: (bytes: number) => number;
  readonly countOfSections: () => number;
  readonly isWide: () => number;
  readonly readHead: (unit: number) => number;
  /** The places are units from the start of the event. */
  readonly learnHead: (
    unit: number,
    ...places: [name: number, nameLength: number, id: number, idLength: number, level: number, time: number]
  ) => number;
  readonly openText: (bytes: number) => number;
  readonly passEvents: () => number;
  readonly countFrom: (unit: number) => number;
  readonly clearTally: () => void;
  readonly takeAllComputers: () => void;
  readonly startFile: () => void;
}

let compiled: object | undefined;

/** A module with a memory of its own. Throws where WebAssembly, or its instructions for many bytes, are missing. */
export function openEventXmlModule(): EventXmlModule {
  compiled ??= compiledModule(EVENT_XML_SCANNER_CODE);
  return exportsOf(compiled) as EventXmlModule;
}

/** The part of its memory for the text. */
export function textRoom({ memory, textAt, longestText }: EventXmlModule): Uint8Array {
  return new Uint8Array(memory.buffer, textAt(), longestText());
}

/** The part of its memory for UTF-16 that is to become text. */
export function wideRoom({ memory, wideAt, longestWide }: EventXmlModule): Uint8Array {
  return new Uint8Array(memory.buffer, wideAt(), longestWide());
}

/**
 * Makes it remember where the event at a unit of its text has its values; `from` is where the event starts in the text of the
 * places. Returns the slot of the provider, -1 when nothing is learned.
 */
export function learnHead(module: EventXmlModule, unit: number, places: HeadPlaces, from: number): number {
  const { providerFrom, providerTo, idFrom, idTo, levelFrom, levelTo, timeFrom } = places;
  if (levelTo !== levelFrom + 1) return -1;
  return module.learnHead(
    unit,
    providerFrom - from,
    providerTo - providerFrom,
    idFrom - from,
    idTo - idFrom,
    levelFrom - from,
    timeFrom - from,
  );
}
