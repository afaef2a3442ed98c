import {
  AttributionRule,
  Day,
  type EdtfDate,
  Id,
  Instant,
  isEdtfDate,
  KIND_NAMES,
  type Kind,
  Label,
  MadeHow,
  MapCategory,
  Reliability,
  Stance,
  Strength,
  UserError,
  Voice,
} from '@parley/model';
import type { ScheduleFormat } from '../operations/exchange/export-schedule.ts';
import type { MapFormat } from '../operations/terrain/export/export-map.ts';

/** How the words of an option become values. Each throws a UserError that names the option and the value. */

export function edtfDate(option: string): (value: string) => EdtfDate {
  return (value) => {
    if (isEdtfDate(value)) return value;
    throw new UserError(`${option}: "${value}" is not a date`, { cure: 'write a year, month or day: 2025, 2025-07 or 2025-07-12' });
  };
}

export function day(option: string): (value: string) => Day {
  return (value) => {
    if (Day.safeParse(value).success) return value;
    throw new UserError(`${option}: "${value}" is not a day`, { cure: 'write a day of the calendar: 2025-07-12' });
  };
}

/** An instant; a day stands for its end in UTC, so that what came on that day is in. */
export function instantOrDay(option: string): (value: string) => Instant {
  return (value) => {
    if (Day.safeParse(value).success) return `${value}T23:59:59.999Z`;
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && Day.safeParse(value.slice(0, 10)).success ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(time)) return Instant.parse(new Date(time).toISOString());
    throw new UserError(`${option}: "${value}" is neither a day nor an instant`, { cure: 'write 2025-07-12 or 2025-07-12T09:30:00Z' });
  };
}

export function id(option: string): (value: string) => Id {
  return (value) => {
    if (Id.safeParse(value).success) return value;
    throw new UserError(`${option}: "${value}" is not an id`, {
      cure: 'write 1 to 64 letters, digits, "-", "_" or ".", beginning with a letter or digit',
    });
  };
}

export function idList(option: string): (value: string) => Id[] {
  return (value) => value.split(',').map((part) => id(option)(part.trim()));
}

export function languageTag(option: string): (value: string) => string {
  return (value) => {
    if (Label.safeParse({ [value]: 'text' }).success) return value;
    throw new UserError(`${option}: "${value}" is not a language tag`, { cure: 'write one such as en, ar or zh-Hant' });
  };
}

export function wholeNumber(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new UserError(`${option}: "${value}" is not a number from ${least} to ${most}`, {
      cure: `write a whole number from ${least} to ${most}`,
    });
  };
}

/** Metres that a border may be off: one number, or several parted by commas. */
export function accuracyList(text: string): readonly number[] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.every((metres) => metres >= 0 && metres <= MOST_ACCURACY_METERS)) return values;
  throw new UserError(`--accuracy is "${text}"`, {
    cure: `give metres from 0 to ${MOST_ACCURACY_METERS}: one number, or several as 50,200`,
  });
}
const MOST_ACCURACY_METERS = 50_000;

export function metres(option: string): (value: string) => number {
  return (value) => {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (number >= 0 && number <= MOST_ACCURACY_METERS) return number;
    throw new UserError(`${option} is "${value}"`, { cure: `give metres from 0 to ${MOST_ACCURACY_METERS}` });
  };
}

/** Shares in per cent, as parts of 1. */
export function percentList(option: string): (value: string) => number[] {
  return (value) => {
    const shares = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    if (shares.every((share) => share >= 0 && share <= 100)) return shares.map((share) => share / 100);
    throw new UserError(`${option}: "${value}" is no list of shares`, { cure: 'write per cent from 0 to 100, as 25,50,75' });
  };
}

export const reliability = oneOf<Reliability>('--reliability', Reliability.options);
export const voice = oneOf<Voice>('--voice', Voice.options);
export const sourceKind = oneOf<'report' | 'document' | 'note'>('--kind', ['report', 'document', 'note']);
export const issueKind = oneOf<'choice' | 'amount' | 'map' | 'exchange' | 'text'>('--kind', [
  'choice',
  'amount',
  'map',
  'exchange',
  'text',
]);
export const thirdPartyRole = oneOf<'mediator' | 'guarantor' | 'observer'>('--third-party', ['mediator', 'guarantor', 'observer']);
export const stance = oneOf<Stance>('--stance', Stance.options);
export const strength = oneOf<Strength>('--strength', Strength.options);
export const attributionRule = oneOf<AttributionRule>('--attribution', AttributionRule.options);
export const statementStatus = oneOf<'suggested' | 'accepted' | 'rejected'>('--status', ['suggested', 'accepted', 'rejected']);
export const subjectKind = oneOf<Kind>('the kind', KIND_NAMES);
export const conceptNamed = oneOf<'nash' | 'gmr' | 'smr' | 'seq' | 'sseq'>('--concept', ['nash', 'gmr', 'smr', 'seq', 'sseq']);
export const conflictForm = oneOf<'csv' | 'json' | 'table'>('--as', ['csv', 'json', 'table']);
export const scheduleFormat = oneOf<ScheduleFormat>('--format', ['ics', 'csv', 'xlsx', 'json', 'docx']);
export const mapFormat = oneOf<MapFormat>('--format', ['geojson', 'kml', 'svg', 'csv', 'xlsx', 'docx', 'pdf']);
export const madeHow = oneOf<MadeHow>('--made-how', MadeHow.options);
export const mapCategory = oneOf<MapCategory>('--category', MapCategory.options);
export const sharedBy = oneOf<'area' | 'people'>('--by', ['area', 'people']);
export const zonesAre = oneOf<'handed over' | 'still held'>('--zones', ['handed over', 'still held']);
export const mapTable = oneOf<'features' | 'comparison'>('--table', ['features', 'comparison']);
export const exportFormat = oneOf<'csv' | 'json' | 'prov'>('--format', ['csv', 'json', 'prov']);

/** One of a few words, written as in the record (`mayAccept`) or with hyphens and any case (`may-accept`). */
function oneOf<T extends string>(option: string, words: readonly T[]): (value: string) => T {
  const bare = (text: string): string => text.replace(/[-_ ]/g, '').toLowerCase();
  return (value) => {
    const found = words.find((word) => bare(word) === bare(value));
    if (found !== undefined) return found;
    throw new UserError(`${option}: there is no "${value}"`, { cure: `write one of ${words.map(hyphened).join(', ')}` });
  };
}

function hyphened(word: string): string {
  return word.length === 1 ? word : word.replaceAll(' ', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
