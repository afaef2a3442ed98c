import type { Phrase } from '../grammar/phrases.ts';
import { REPORTING, TIME_WORDS } from './cue-words.ts';

/** Phrases `from` to `to` (exclusive) of a sentence that name who speaks. */
export interface Subject {
  from: number;
  to: number;
  /** The phrase that carries the name. */
  core: number;
}

/** Prepositions by which a noun phrase hangs on the one before it. */
const ATTACHING = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'with',
  'on',
  'to',
  'behind',
  'against',
  'about',
  'near',
  'under',
  'within',
  'around',
  'across',
  'inside',
  'between',
  'among',
]);

/** The subject of the verb group at `cue`: before it, or, where the words are turned around, after it. */
export function subjectBefore(phrases: readonly Phrase[], cue: number): Subject | null {
  const subject = anyBefore(phrases, cue);
  return subject && isClause(phrases, subject) ? null : subject;
}

/** Words with a finite verb of their own, outside a relative clause, name nobody. */
function isClause(phrases: readonly Phrase[], subject: Subject): boolean {
  for (let i = subject.core + 1; i < subject.to; i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'rel' || phrase.kind === 'wh' || phrase.kind === 'comma' || phrase.kind === 'mark') return false;
    if (phrase.kind === 'vg' && phrase.form === 'F' && !(phrase.to - phrase.from === 1 && phrase.lower.endsWith('ed'))) return true;
  }
  return false;
}

function anyBefore(phrases: readonly Phrase[], cue: number): Subject | null {
  let at = cue - 1;
  while (at >= 0 && (phrases[at] as Phrase).kind === 'adv') at--;
  if (at > 2 && isParenthesis(phrases, at - 2)) at -= 3;
  at = beforeTime(phrases, at);
  const previous = phrases[at];
  if (!previous) return null;
  if (previous.kind === 'rel' || (previous.kind === 'wh' && (previous.lower === 'who' || previous.lower === 'which')))
    return { from: at, to: at + 1, core: at };
  if (previous.kind === 'np') return overPostmodifier(phrases, spread(phrases, at, at + 1));
  if (previous.kind === 'comma' || isDash(previous))
    return overApposition(phrases, at) ?? (phrases[at + 1]?.kind === 'vg' ? subjectOfVerbInList(phrases, at) : null);
  if (previous.kind === 'mark' && (previous.lower === ')' || previous.lower === ']')) return overBrackets(phrases, at);
  if (previous.kind === 'coord') return subjectOfVerbBefore(phrases, at);
  if (previous.kind === 'quote' || previous.kind === 'sub' || previous.kind === 'wh') return null;
  if (previous.kind === 'adj' || previous.kind === 'vg' || previous.kind === 'prep') return overClause(phrases, at);
  return null;
}

/** `Doe on Tuesday said`, `Doe last week said`: the time between is no subject. */
function beforeTime(phrases: readonly Phrase[], at: number): number {
  const phrase = phrases[at];
  if (phrase?.kind !== 'np' || !TIME_WORDS.has(phrase.lower)) return at;
  const before = phrases[at - 1];
  if (before?.kind === 'prep' && ['on', 'in', 'during', 'by'].includes(before.lower) && at > 1) return beforeTime(phrases, at - 2);
  return before && ['np', 'rel', 'wh', 'comma'].includes(before.kind) ? at - 1 : at;
}

/** `She urged …, proposed … and pushed …`: the subject of the first verb of the list. */
function subjectOfVerbInList(phrases: readonly Phrase[], comma: number): Subject | null {
  for (let i = comma - 1; i >= 0; i--) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'quote' || phrase.kind === 'sub') return null;
    if (phrase.kind === 'vg' && phrase.form === 'F' && REPORTING.has(phrase.lemma ?? '')) return subjectBefore(phrases, i);
  }
  return null;
}

/** The noun phrase that ends before `to`, with what it hangs on: `the mayor of the old town`. */
function spread(phrases: readonly Phrase[], core: number, to: number): Subject {
  let head = core;
  let from = core;
  for (;;) {
    const before = phrases[from - 1];
    if (
      before?.kind === 'prep' &&
      ATTACHING.has(before.lower) &&
      phrases[from - 2]?.kind === 'np' &&
      !isPlaceFirst(phrases, from - 2, before)
    ) {
      from -= 2;
      head = from;
      continue;
    }
    if (
      before?.kind === 'coord' &&
      (before.lower === 'and' || before.lower === 'or') &&
      phrases[from - 2]?.kind === 'np' &&
      !isObject(phrases, from - 2)
    ) {
      from -= 2;
      head = from;
      continue;
    }
    if (before?.kind === 'comma' && listGoesOn(phrases, from)) {
      from -= 2;
      head = from;
      continue;
    }
    break;
  }
  return { from, to, core: head };
}

/** Words by which a phrase hangs on the noun before them: `diplomats familiar with …`, `officials briefed on …`. */
const POSTMODIFIERS = new Set(
  'close familiar privy loyal opposed sympathetic near briefed involved based aligned affiliated linked allied present'.split(' '),
);

/** `two diplomats familiar with the matter said`, `a cleric who has spoken to the group told`: back to the noun in front. */
function overPostmodifier(phrases: readonly Phrase[], subject: Subject): Subject {
  let at = subject.from - 1;
  if (!['prep', 'vg'].includes(phrases[at]?.kind ?? '')) return subject;
  while (at > 0 && (phrases[at] as Phrase).kind === 'prep' && (phrases[at - 1] as Phrase).kind === 'np') at -= 2;
  if (phrases[at]?.kind === 'prep') at--;
  const link = phrases[at];
  if (!link) return subject;
  const word = link.kind === 'adj' || link.kind === 'vg' || link.kind === 'adv' ? link : null;
  if (!word) return subject;
  const noun = phrases[at - 1];
  if (POSTMODIFIERS.has(word.lower) && noun?.kind === 'np' && !noun.pronoun) return { ...spread(phrases, at - 1, at), to: subject.to };
  if (word.kind === 'vg' && (word.form === 'F' || word.form === 'P') && noun?.kind === 'rel' && phrases[at - 2]?.kind === 'np')
    return { ...spread(phrases, at - 2, at - 1), to: subject.to };
  return subject;
}

/** `On Tuesday, in Paris`: a noun phrase after a preposition that opens the sentence is no head. */
function isPlaceFirst(phrases: readonly Phrase[], np: number, link: Phrase): boolean {
  const before = phrases[np - 1];
  if (before?.kind === 'vg' && link.lower !== 'of') return true;
  return before?.kind === 'prep' && link.lower !== 'of' && (np === 1 || phrases[np - 2]?.kind === 'comma');
}

function isObject(phrases: readonly Phrase[], np: number): boolean {
  let at = np - 1;
  while (phrases[at]?.kind === 'prep' && phrases[at - 1]?.kind === 'np') at -= 2;
  const before = phrases[at];
  return before?.kind === 'vg' || before?.kind === 'prep' || (before?.kind === 'adj' && phrases[at - 1]?.kind === 'vg');
}

/** `A, B and C`: a comma between noun phrases of which a later one is joined by `and`. */
function listGoesOn(phrases: readonly Phrase[], from: number): boolean {
  const joined = phrases[from + 1]?.kind === 'coord' || (phrases[from + 1]?.kind === 'comma' && phrases[from + 2]?.kind === 'coord');
  if (!joined || phrases[from - 2]?.kind !== 'np') return false;
  const before = phrases[from - 3];
  return !before || before.kind === 'comma' || before.kind === 'sub' || before.kind === 'coord';
}

/** `Doe, the envoy of the union, said`: back over what stands between the commas to the name. */
function overApposition(phrases: readonly Phrase[], comma: number): Subject | null {
  let at = comma - 1;
  let verbs = 0;
  const dash = isDash(phrases[comma] as Phrase);
  for (; at > 0 && comma - at < 40; at--) {
    const phrase = phrases[at] as Phrase;
    if (phrase.kind === 'quote') return null;
    if (
      phrase.kind === 'vg' &&
      phrase.form !== 'T' &&
      phrase.form !== 'G' &&
      phrase.form !== 'E' &&
      !(phrase.to - phrase.from === 1 && phrase.lower.endsWith('ed'))
    )
      verbs++;
    if (dash ? !isDash(phrase) : phrase.kind !== 'comma') continue;
    const first = phrases[at + 1] as Phrase;
    const name = phrases[at - 1] as Phrase | undefined;
    if (name?.kind !== 'np' && !(name?.kind === 'mark' && name.lower === ')')) continue;
    if (first.kind === 'coord' || first.kind === 'sub') continue;
    const subject = named(at, comma);
    if (!subject || !opensClause(phrases, subject.from)) continue;
    if (first.kind === 'rel' || (first.kind === 'wh' && first.lower === 'who')) return subject;
    if (verbs > 0 && !hasRelative(phrases, at + 1, comma)) return null;
    if (
      first.kind === 'np' ||
      first.kind === 'adv' ||
      first.kind === 'prep' ||
      first.kind === 'adj' ||
      (first.kind === 'vg' && first.form !== 'F')
    )
      return subject;
  }
  return null;

  function named(inner: number, to: number): Subject | null {
    const name = overPlaces(phrases, inner - 1);
    const subject = (phrases[name] as Phrase).kind === 'np' ? spread(phrases, name, to) : overBrackets(phrases, name);
    const first = phrases[inner + 1] as Phrase;
    const aside = first.kind === 'prep' || first.kind === 'adv' || (first.kind === 'vg' && first.form === 'G');
    return subject ? { ...subject, to: aside ? inner : to } : null;
  }
}

/** Whether a subject may start at `from`: at the start of the sentence or of a clause, not inside an object or a prepositional phrase. */
function opensClause(phrases: readonly Phrase[], from: number): boolean {
  const before = phrases[from - 1];
  return !before || ['comma', 'sub', 'coord', 'mark', 'quote', 'adv', 'wh', 'rel', 'np'].includes(before.kind);
}

/** `Jane Doe, 30, of Springfield, Ohio, who …`: from the last of short pieces between commas to the name. */
function overPlaces(phrases: readonly Phrase[], name: number): number {
  let best = name;
  let at = name;
  for (let pieces = 0; pieces < 4 && phrases[at - 1]?.kind === 'comma'; pieces++) {
    let from = at - 1;
    while (from > 0 && ['np', 'prep'].includes((phrases[from - 1] as Phrase).kind) && at - from < 6) from--;
    if (from === at - 1) break;
    if ((phrases[from] as Phrase).kind === 'np') best = from;
    at = from;
    if (from > 0 && !['comma', 'quote'].includes((phrases[from - 1] as Phrase).kind)) return name;
  }
  return best !== name && phrases[best]?.proper ? best : name;
}

function hasRelative(phrases: readonly Phrase[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'rel' || (phrase.kind === 'wh' && phrase.lower === 'who')) return true;
  }
  return false;
}

function overBrackets(phrases: readonly Phrase[], close: number): Subject | null {
  for (let at = close - 1; at > 0 && close - at < 15; at--) {
    const phrase = phrases[at] as Phrase;
    if (phrase.lower === '(' || phrase.lower === '[') {
      if (phrases[at - 1]?.kind !== 'np') return null;
      return { ...spread(phrases, at - 1, close + 1) };
    }
  }
  return null;
}

/** The subject of the nearest finite verb before `at`: for `… and added` and `…, adding`. */
export function subjectOfVerbBefore(phrases: readonly Phrase[], at: number): Subject | null {
  for (let i = at - 1; i >= 0; i--) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind !== 'vg' || (phrase.form !== 'F' && phrase.form !== 'P')) continue;
    if (phrases[i - 1]?.kind === 'coord') continue;
    const subject = subjectBefore(phrases, i);
    if (subject && (phrases[subject.core] as Phrase).lower === 'there') continue;
    const opener = subject ? phrases[subject.from - 1] : undefined;
    if (opener?.kind === 'sub' && opener.lower !== 'that' && phrases[at - 1]?.kind === 'comma' && subject && subject.from > 1) continue;
    if (subject && isToldBefore(phrases, at, subject)) continue;
    if (subject) return subject;
  }
  return null;
}

/** `She confirmed that the general had assured her, but said …`, `She said that it was late and added …`: it is she who speaks on. */
function isToldBefore(phrases: readonly Phrase[], at: number, { from }: Subject): boolean {
  const joined = phrases[at]?.lower === 'but' ? phrases[at - 1]?.kind === 'comma' : phrases[from]?.lower === 'it';
  if (phrases[at]?.kind !== 'coord' || !joined || !REPORTING.has(phrases[at + 1]?.lemma ?? '')) return false;
  const opener = phrases[from - 1];
  const verb = phrases[from - 2];
  return opener?.kind === 'sub' && opener.lower === 'that' && verb?.kind === 'vg' && REPORTING.has(verb.lemma ?? '');
}

/** `The men who know him said`, `officials close to the talks said`: back over the clause to its noun. */
function overClause(phrases: readonly Phrase[], at: number): Subject | null {
  for (let i = at; i > 0 && at - i < 15; i--) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'comma' || phrase.kind === 'quote' || phrase.kind === 'sub' || phrase.kind === 'coord') return null;
    if ((phrase.kind === 'rel' || phrase.kind === 'adj') && phrases[i - 1]?.kind === 'np') {
      const subject = spread(phrases, i - 1, i);
      return { ...subject, to: at + 1 };
    }
  }
  return null;
}

/** The noun phrase right after an inverted cue, with its apposition: `said Jane Doe, the envoy, who …`. */
export function subjectAfter(phrases: readonly Phrase[], cue: number): Subject | null {
  let at = cue + 1;
  while (phrases[at]?.kind === 'adv') at++;
  if (phrases[at]?.kind !== 'np') return null;
  const core = at;
  let to = at + 1;
  while (to < phrases.length) {
    const phrase = phrases[to] as Phrase;
    if (phrase.kind === 'quote' || phrase.kind === 'mark') {
      if (phrase.lower === '(' || phrase.lower === ')') {
        to++;
        continue;
      }
      break;
    }
    if (phrase.kind === 'comma' && (phrases[to + 1]?.kind === 'quote' || !phrases[to + 1] || isNewClause(phrases, to + 1))) break;
    if (phrase.kind === 'vg' && phrase.form === 'G' && phrases[to - 1]?.kind === 'comma') {
      to--;
      break;
    }
    if (phrase.kind === 'sub' || (phrase.kind === 'prep' && ['during', 'on', 'after', 'before'].includes(phrase.lower))) break;
    to++;
  }
  while (to > core + 1 && ['comma', 'coord'].includes((phrases[to - 1] as Phrase).kind)) to--;
  return { from: core, to, core };
}

function isNewClause(phrases: readonly Phrase[], at: number): boolean {
  const phrase = phrases[at] as Phrase;
  if (phrase.kind === 'coord' || phrase.kind === 'sub') return true;
  if (phrase.kind === 'vg' && phrase.form === 'G') return true;
  return phrase.kind === 'np' && phrase.pronoun === true;
}

/** `notes, however, that …` */
export function isParenthesis(phrases: readonly Phrase[], at: number): boolean {
  return (
    phrases[at]?.kind === 'comma' &&
    ['however', 'though', 'moreover', 'meanwhile', 'instead', 'too', 'therefore'].includes(phrases[at + 1]?.lower ?? '') &&
    phrases[at + 2]?.kind === 'comma'
  );
}

export function isDash(phrase: Phrase): boolean {
  return phrase.kind === 'mark' && /^(?:[-–—]|--+)$/.test(phrase.lower);
}

/** Who speaks by the verb group at `group`, taken in the form of a cue candidate. */
export function subjectOf(phrases: readonly Phrase[], group: number, form: string): Subject | null {
  if (form === 'G' || form === 'E') return subjectOfParticiple(phrases, group);
  return form === 'T' ? subjectOfInfinitive(phrases, group) : subjectBefore(phrases, group);
}

/** `with officials revealing that …` has its own subject; `…, adding that …` that of the verb before. */
function subjectOfParticiple(phrases: readonly Phrase[], group: number): Subject | null {
  const before = phrases[group - 1];
  if (!before) {
    for (let i = group + 1; i < phrases.length; i++) {
      const phrase = phrases[i] as Phrase;
      if (phrase.kind === 'vg' && (phrase.form === 'F' || phrase.form === 'P') && phrases[i - 1]?.kind !== 'rel')
        return subjectBefore(phrases, i);
    }
    return null;
  }
  if (before.lower === 'as') return quotedBefore(phrases, group - 1) ?? subjectOfVerbBefore(phrases, group);
  if (before.kind === 'np') {
    const subject = subjectBefore(phrases, group);
    const ahead = subject ? phrases[subject.from - 1] : undefined;
    if (
      subject &&
      (!ahead ||
        ahead.kind === 'prep' ||
        ahead.kind === 'comma' ||
        ahead.kind === 'vg' ||
        ahead.kind === 'coord' ||
        ahead.kind === 'sub' ||
        ahead.kind === 'mark')
    )
      return { ...subject, from: subject.core };
  }
  return subjectOfVerbBefore(phrases, group) ?? invertedSubject(phrases, group);
}

const QUOTING = new Set(['quote', 'cite', 'describe']);

/** `The agency quoted the minister as saying`: the minister speaks. */
function quotedBefore(phrases: readonly Phrase[], as: number): Subject | null {
  let from = as;
  while (from > 0 && ['np', 'prep'].includes((phrases[from - 1] as Phrase).kind)) from--;
  const verb = phrases[from - 1];
  if (from === as || verb?.kind !== 'vg' || verb.form === 'P' || !QUOTING.has(verb.lemma ?? '')) return null;
  return { from, to: as, core: from };
}

/** `“…,” said Jane Doe, adding that …` */
function invertedSubject(phrases: readonly Phrase[], at: number): Subject | null {
  for (let i = at - 1; i > 0; i--) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'vg' && phrase.form === 'F' && REPORTING.has(phrase.lemma ?? '')) return subjectAfter(phrases, i);
  }
  return null;
}

function subjectOfInfinitive(phrases: readonly Phrase[], group: number): Subject | null {
  let at = group - 1;
  while (at > 0 && ['adj', 'adv', 'prep'].includes((phrases[at] as Phrase).kind)) at--;
  const before = phrases[at];
  if (
    before?.kind === 'np' &&
    phrases[at - 1]?.kind === 'vg' &&
    ['ask', 'urge', 'force', 'allow', 'want', 'lead', 'press', 'push', 'encourage', 'expect', 'get'].includes(
      (phrases[at - 1] as Phrase).lemma ?? '',
    )
  )
    return { from: at, to: at + 1, core: at };
  return subjectOfVerbBefore(phrases, group);
}
