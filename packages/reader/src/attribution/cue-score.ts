import type { CueCandidate } from './cue-candidates.ts';

/** How often words were cues among how often they were seen, by several keys. */
export interface CueTables {
  get(key: string): readonly [cues: number, all: number] | undefined;
}

/** Where a candidate stands, beside its own keys. */
export interface CueSetting {
  /** `out` of quotation marks, `in` a quotation, or `tr` in words that the sentence runs through. */
  place: 'out' | 'in' | 'tr';
  modal: boolean;
}

/**
 * The keys that a candidate is counted by. All but the first stand for margins of the first:
 * word, form and what follows; then subject, place and modality by form.
 */
export function cueKeys(candidate: CueCandidate, setting: CueSetting): string[] {
  const { lemma, form, next, subject } = candidate;
  return [
    `w ${lemma} ${form} ${next}`,
    `w ${lemma} ${form}`,
    `w ${lemma}`,
    `f ${form} ${next}`,
    `f ${form}`,
    'all',
    `s ${form} ${subject}`,
    `p ${form} ${setting.place}`,
    `m ${form} ${setting.modal ? 1 : 0}`,
    `h ${form} ${candidate.speaker}`,
  ];
}

/**
 * The log odds that a candidate is a cue. Counts of the word with its form and what follows are
 * shrunk towards what word, form and following word say on their own, as if those were independent
 * (a back-off as in naive Bayes); subject, place and modality shift the odds by four fifths of what
 * their own counts say, as they are not independent of the rest.
 */
export function cueLogOdds(candidate: CueCandidate, setting: CueSetting, tables: CueTables): number {
  const { lemma, form, next, subject, speaker } = candidate;
  const { words, settings } = seenOf(tables);
  const wordKey = `${lemma} ${form} ${next}`;
  const settingKey = `${form} ${subject} ${setting.place} ${setting.modal} ${speaker}`;
  let byWord = words.get(wordKey);
  let shifts = settings.get(settingKey);
  if (byWord === undefined || shifts === undefined) {
    const keys = cueKeys(candidate, setting);
    byWord = wordLogOdds(keys, tables);
    shifts = settingShifts(keys, tables);
    keep(words, wordKey, byWord);
    keep(settings, settingKey, shifts);
  }
  return byWord + shifts[0] + shifts[1] + shifts[2];
}

function wordLogOdds([triple = '', pair = '', word = '', following = '', form = '', all = '']: readonly string[], tables: CueTables): number {
  const base = share(tables, all, 0.15, 1);
  const byForm = share(tables, form, base, 5);
  const byFollowing = share(tables, following, byForm, 10);
  const byWord = share(tables, word, base, 4);
  const byPair = share(tables, pair, odds(logit(byWord) + logit(byForm) - logit(base)), 3);
  return logit(share(tables, triple, odds(logit(byPair) + logit(byFollowing) - logit(byForm)), 3));
}

type Shifts = readonly [speaker: number, place: number, modal: number];

function settingShifts(keys: readonly string[], tables: CueTables): Shifts {
  const [form = '', all = '', subject = '', place = '', modal = '', speaker = ''] = keys.slice(4);
  const byForm = share(tables, form, share(tables, all, 0.15, 1), 5);
  const shift = (by: number): number => 0.8 * (logit(by) - logit(byForm));
  const bySpeaker = share(tables, speaker, share(tables, subject, byForm, 10), 5);
  return [shift(bySpeaker), shift(share(tables, place, byForm, 10)), shift(share(tables, modal, byForm, 10))];
}

/** What came out for words and settings seen before: a text has few of them, and each is made of ten keys. */
interface Seen {
  readonly words: Map<string, number>;
  readonly settings: Map<string, Shifts>;
}

const SEEN = new WeakMap<CueTables, Seen>();
const MAX_SEEN = 20_000;

function seenOf(tables: CueTables): Seen {
  const known = SEEN.get(tables);
  if (known) return known;
  const seen: Seen = { words: new Map(), settings: new Map() };
  SEEN.set(tables, seen);
  return seen;
}

function keep<T>(seen: Map<string, T>, key: string, value: T): void {
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(key, value);
}

function share(tables: CueTables, key: string, prior: number, weight: number): number {
  const counts = tables.get(key);
  return counts ? (counts[0] + weight * prior) / (counts[1] + weight) : prior;
}

function logit(share: number): number {
  const p = Math.min(Math.max(share, 1e-4), 1 - 1e-4);
  return Math.log(p / (1 - p));
}

export function odds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
