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
  const form = formOf(candidate.form, tables);
  const sum = wordLogOdds(candidate, form, tables);
  return sum + speakerShift(candidate, form, tables) + placeShift(setting, form, tables) + modalShift(setting, form, tables);
}

/** What came out for one form of candidate, by what it was asked for: a text asks for few things, again and again. */
interface Form {
  readonly letter: string;
  readonly base: number;
  readonly by: number;
  readonly following: Map<string, { readonly by: number; readonly words: Map<string, number> }>;
  readonly subjects: Map<string, { readonly by: number; readonly speakers: Map<string, number> }>;
  readonly places: Map<string, number>;
  readonly modals: Map<boolean, number>;
}

const FORMS = new WeakMap<CueTables, Map<string, Form>>();
/** Words and speakers kept for each word that follows, or subject. */
const MAX_KEPT = 10_000;

function formOf(letter: string, tables: CueTables): Form {
  let forms = FORMS.get(tables);
  if (forms === undefined) {
    forms = new Map();
    FORMS.set(tables, forms);
  }
  let form = forms.get(letter);
  if (form === undefined) {
    const base = share(tables, 'all', 0.15, 1);
    const by = share(tables, `f ${letter}`, base, 5);
    form = { letter, base, by, following: new Map(), subjects: new Map(), places: new Map(), modals: new Map() };
    forms.set(letter, form);
  }
  return form;
}

function wordLogOdds({ lemma, next }: CueCandidate, form: Form, tables: CueTables): number {
  const { letter, base, by } = form;
  const following = keptOr(form.following, next, () => ({ by: share(tables, `f ${letter} ${next}`, by, 10), words: new Map() }));
  return keptOr(following.words, lemma, () => {
    const byWord = share(tables, `w ${lemma}`, base, 4);
    const byPair = share(tables, `w ${lemma} ${letter}`, odds(logit(byWord) + logit(by) - logit(base)), 3);
    return logit(share(tables, `w ${lemma} ${letter} ${next}`, odds(logit(byPair) + logit(following.by) - logit(by)), 3));
  });
}

function speakerShift({ subject, speaker }: CueCandidate, form: Form, tables: CueTables): number {
  const { letter, by } = form;
  const known = keptOr(form.subjects, subject, () => ({ by: share(tables, `s ${letter} ${subject}`, by, 10), speakers: new Map() }));
  return keptOr(known.speakers, speaker, () => shift(share(tables, `h ${letter} ${speaker}`, known.by, 5), by));
}

function placeShift({ place }: CueSetting, { letter, by, places }: Form, tables: CueTables): number {
  return keptOr(places, place, () => shift(share(tables, `p ${letter} ${place}`, by, 10), by));
}

function modalShift({ modal }: CueSetting, { letter, by, modals }: Form, tables: CueTables): number {
  return keptOr(modals, modal, () => shift(share(tables, `m ${letter} ${modal ? 1 : 0}`, by, 10), by));
}

function shift(own: number, byForm: number): number {
  return 0.8 * (logit(own) - logit(byForm));
}

function keptOr<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
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
