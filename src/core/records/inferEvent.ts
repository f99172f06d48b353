import { foldWithOffsets } from '../text/foldedText';
import type { TemplateMatch } from './matchTemplate';
import { bestMatches, candidatesAt, type TemplateIndex } from './templateIndex';
import type { TemplateParts } from './templateParts';

/** Which event a message is of, told by its text alone. */
export interface InferredEvent {
  readonly provider: string;
  /** Missing where no public source names the id, or where the text leaves several open. */
  readonly eventId?: number;
  /** False when the message ends before its template does. */
  readonly isComplete: boolean;
  /** Offset in the text where the message ends. */
  readonly end: number;
}

/** A cut-off message must have so much literal text, with an insertion string between two parts of it … */
const LEAST_WEIGHT = 20;
/** … or so much without one. */
const LEAST_LEAD = 40;
/** Longer than any template with its insertion strings filled. */
const LONGEST_MESSAGE = 0x4000;

/**
 * The event whose message starts at `from` of the text, by the template that fits best; text that follows the message on
 * lines of its own does not matter. With a provider only its templates are tried. Undefined when no template fits, which
 * is mostly known from the first word.
 */
export function inferEvent(
  index: TemplateIndex,
  text: string,
  range: { readonly from: number; readonly to: number } = { from: 0, to: text.length },
  provider?: string,
): InferredEvent | undefined {
  const candidates = candidatesAt(index, text, range.from, range.to).filter(
    ({ template }) => provider === undefined || isSameProvider(index, provider, template.provider),
  );
  if (candidates.length === 0) return undefined;
  const folded = foldWithOffsets(text, range.from, Math.min(range.to, range.from + LONGEST_MESSAGE));
  const matches = bestMatches(folded, candidates).filter(isTelling);
  const [first] = matches;
  const providers = new Set(matches.map(({ parts }) => parts.template.provider));
  if (!first || providers.size > 1) return undefined;
  const eventId = commonId(matches.map(({ parts }) => parts));
  return {
    provider: first.parts.template.provider,
    ...(eventId !== undefined && { eventId }),
    isComplete: first.isComplete,
    end: folded.offsets[first.end] ?? range.to,
  };
}

/** Whether a source's name for a provider means it: `Service Control Manager Eventlog Provider` is an older longer one. */
function isSameProvider(index: TemplateIndex, written: string, provider: string): boolean {
  const name = written.trim().toLowerCase();
  const known = provider.toLowerCase();
  return name === known || index.aliases.get(name)?.toLowerCase() === known || name.startsWith(`${known} `);
}

function isTelling({ isComplete, weight, anchored }: TemplateMatch): boolean {
  return isComplete || weight >= LEAST_LEAD || (weight >= LEAST_WEIGHT && anchored > 0);
}

function commonId(parts: readonly TemplateParts[]): number | undefined {
  const ids = new Set(parts.map(({ template }) => template.eventId));
  const [id] = ids;
  return ids.size === 1 && id !== null ? id : undefined;
}
