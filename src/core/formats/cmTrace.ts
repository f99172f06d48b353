import { detectCmTrace } from './cmTrace/detect';
import { CmTraceReader } from './cmTrace/reader';
import type { EventFormat } from './format';

/** The logs of ConfigMgr, MDT and Intune that CMTrace shows, and copies out of its window; `LogForm` lists the shapes. */
export const cmTrace: EventFormat = {
  id: 'cmtrace',
  detect: detectCmTrace,
  openReader: (settings) => new CmTraceReader(settings),
};
