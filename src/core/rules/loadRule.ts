import {
  checkFilledList,
  checkId,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  checkTexts,
  checkTrue,
  report,
  type Unchecked,
} from './checkedJson';
import { loadCondition } from './loadCondition';
import { loadReference, loadRemediation } from './loadRemediation';
import { checkEventId, loadMatchSample, loadNoMatchSample } from './loadSample';
import type { Requirement, Rule, Severity, Sign, SignPlace } from './rule';

const SEVERITIES: readonly [Severity, ...Severity[]] = ['error', 'warning', 'information'];

const PLACES: readonly [SignPlace, ...SignPlace[]] = ['eventId', 'provider', 'message', 'code', 'record'];

const RULE_FIELDS = [
  'id',
  'title',
  'shortTitle',
  'references',
  'appliesTo',
  'severity',
  'summary',
  'cause',
  'signs',
  'crash',
  'confidence',
  'precedence',
  'remediations',
  'samples',
];

/** One file of the catalogue. What its parts say of each other is checked by `checkRule.ts`. */
export function loadRule(at: Unchecked): Rule {
  const fields = checkObject(at, RULE_FIELDS);
  const crash = fields.optional('crash', loadCrash);
  return {
    id: checkId(fields.field('id')),
    title: checkText(fields.field('title')),
    shortTitle: checkText(fields.field('shortTitle')),
    references: checkFilledList(fields.field('references'), loadReference),
    appliesTo: checkTexts(fields.field('appliesTo')),
    severity: checkOneOf(fields.field('severity'), SEVERITIES),
    summary: checkText(fields.field('summary')),
    cause: checkText(fields.field('cause')),
    signs: checkFilledList(fields.field('signs'), loadSign),
    ...(crash === undefined ? {} : { crash }),
    confidence: loadConfidence(fields.field('confidence')),
    precedence: checkInteger(fields.field('precedence'), 0, 1000),
    remediations: checkList(fields.field('remediations'), loadRemediation),
    samples: loadSamples(fields.field('samples')),
  };
}

function loadSign(at: Unchecked): Sign {
  const fields = checkObject(at, [
    'id',
    'title',
    'source',
    'severity',
    'providers',
    'eventIds',
    'condition',
    'place',
    'supporting',
    'meaning',
  ]);
  const eventIds = fields.optional('eventIds', (ids) => checkFilledList(ids, checkEventId));
  const condition = fields.optional('condition', loadCondition);
  const place = fields.optional('place', (name) => checkOneOf(name, PLACES));
  const supporting = fields.optional('supporting', checkTrue);
  const sign: Sign = {
    id: checkId(fields.field('id')),
    title: checkText(fields.field('title')),
    source: checkOneOf(fields.field('source'), ['System', 'Application', 'pxe']),
    severity: checkOneOf(fields.field('severity'), SEVERITIES),
    providers: checkList(fields.field('providers'), checkText),
    ...(eventIds === undefined ? {} : { eventIds }),
    ...(condition === undefined ? {} : { condition }),
    ...(place === undefined ? {} : { place }),
    ...(supporting === undefined ? {} : { supporting }),
    meaning: checkText(fields.field('meaning')),
  };
  checkReach(at, sign);
  return sign;
}

/** A sign of an event log must not hold for every event of a provider; one of PXE traffic has no provider. */
function checkReach(at: Unchecked, sign: Sign): void {
  if (sign.source === 'pxe') {
    if (sign.providers.length > 0) report(at, 'PXE evidence has no providers');
    return;
  }
  if (sign.providers.length === 0) report(at, 'needs a provider');
  if (sign.eventIds === undefined && sign.condition === undefined) report(at, 'needs event ids or a condition');
}

function loadCrash(at: Unchecked): NonNullable<Rule['crash']> {
  const fields = checkObject(at, ['signs', 'withinSeconds']);
  return {
    signs: checkFilledList(fields.field('signs'), checkId),
    withinSeconds: checkInteger(fields.field('withinSeconds'), 1, 3600),
  };
}

function loadConfidence(at: Unchecked): Rule['confidence'] {
  const fields = checkObject(at, ['confirmed', 'matches', 'possible']);
  const confirmed = fields.optional('confirmed', loadRequirement);
  const matches = loadRequirement(fields.field('matches'));
  const possible = loadRequirement(fields.field('possible'));
  if (matches.length + possible.length === 0) report(at, 'can never be met');
  return { ...(confirmed === undefined ? {} : { confirmed }), matches, possible };
}

function loadRequirement(at: Unchecked): Requirement {
  return checkList(at, (signs) => checkFilledList(signs, checkId));
}

function loadSamples(at: Unchecked): Rule['samples'] {
  const fields = checkObject(at, ['match', 'noMatch']);
  return {
    match: checkFilledList(fields.field('match'), loadMatchSample),
    noMatch: checkFilledList(fields.field('noMatch'), loadNoMatchSample),
  };
}
