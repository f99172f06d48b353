import { singleByteDecoder } from './singleBytes';

/** Every byte is one character. */
export const decodeWindows1252 = singleByteDecoder('windows-1252');
