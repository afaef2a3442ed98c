import { STRENGTHS, type Strength, VOICES, type Voice } from '@parley/model';

/** A statement as a model proposes it, in words; whether they stand in the text is not known yet. */
export interface Proposal {
  readonly content: string[];
  readonly speaker: string | null;
  readonly antecedent: string | null;
  readonly role: string | null;
  readonly anonymous: boolean;
  readonly cue: string | null;
  readonly relays: string[];
  readonly condition: string | null;
  readonly strength: Strength;
  readonly speech: 'direct' | 'indirect' | 'mixed';
  readonly voice: Voice | null;
}

/**
 * The proposals in a reply, and how many more were not in the form asked for; null where the reply
 * is not JSON of that form at all. A code fence around it is taken off, nothing else is mended.
 */
export function proposalsIn(reply: string): { proposals: Proposal[]; malformed: number } | null {
  const bare = /^\s*```\w*[ \t]*\r?\n([\s\S]*?)\r?\n?[ \t]*```\s*$/.exec(reply)?.[1] ?? reply;
  let parsed: unknown;
  try {
    parsed = JSON.parse(bare);
  } catch {
    return null;
  }
  const listed = isObject(parsed) ? parsed.statements : parsed;
  if (!Array.isArray(listed)) return null;
  const proposals = listed.slice(0, MOST_PROPOSALS).map(proposalOf);
  const sound = proposals.filter((one) => one !== null);
  return { proposals: sound, malformed: listed.length - sound.length };
}

/** More than a part of a text can hold. */
const MOST_PROPOSALS = 1000;
const MOST_PIECES = 20;

function proposalOf(value: unknown): Proposal | null {
  if (!isObject(value)) return null;
  const content = typeof value.content === 'string' ? [value.content] : value.content;
  const relays = value.relays ?? [];
  if (!isWords(content) || content.length === 0 || !isWords(relays)) return null;
  const { strength, speech, voice, anonymous } = value;
  // A strength that we do not know is not taken for an assertion: it may have been a denial.
  if (!isOneOf(strength, STRENGTHS)) return null;
  const [speaker, antecedent, role, cue, condition] = ['speaker', 'antecedent', 'role', 'cue', 'condition'].map(
    (field) => value[field] ?? null,
  );
  if (![speaker, antecedent, role, cue, condition].every((words) => words === null || typeof words === 'string')) return null;
  return {
    content,
    relays,
    speaker: wordsOf(speaker),
    antecedent: wordsOf(antecedent),
    role: wordsOf(role),
    cue: wordsOf(cue),
    condition: wordsOf(condition),
    strength,
    anonymous: anonymous === true,
    speech: isOneOf(speech, SPEECH) ? speech : 'indirect',
    voice: isOneOf(voice, VOICES) ? voice : null,
  };
}

const SPEECH = ['direct', 'indirect', 'mixed'] as const;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_PIECES && value.every((one) => typeof one === 'string' && one.trim() !== '');
}

function isOneOf<T extends string>(value: unknown, words: readonly T[]): value is T {
  return words.includes(value as T);
}

function wordsOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
