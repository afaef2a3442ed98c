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
  const [triple = '', pair = '', word = '', following = '', form = '', all = '', ...settings] = cueKeys(candidate, setting);
  const base = share(tables, all, 0.15, 1);
  const byForm = share(tables, form, base, 5);
  const byFollowing = share(tables, following, byForm, 10);
  const byWord = share(tables, word, base, 4);
  const byPair = share(tables, pair, odds(logit(byWord) + logit(byForm) - logit(base)), 3);
  const byTriple = share(tables, triple, odds(logit(byPair) + logit(byFollowing) - logit(byForm)), 3);
  let sum = logit(byTriple);
  const [subject = '', place = '', modal = '', speaker = ''] = settings;
  const bySubject = share(tables, subject, byForm, 10);
  const bySpeaker = share(tables, speaker, bySubject, 5);
  for (const by of [bySpeaker, share(tables, place, byForm, 10), share(tables, modal, byForm, 10)])
    sum += 0.8 * (logit(by) - logit(byForm));
  return sum;
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
