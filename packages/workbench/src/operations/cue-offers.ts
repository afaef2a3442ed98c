import {
  type Body,
  type CaseRecord,
  type Id,
  mayReferTo,
  type Span,
  STRENGTHS,
  type Strength,
  type Version,
  widening,
} from '@parley/model';
import { cueWord, readText } from '@parley/reader';
import type { LexiconOffer } from '../contract/lexicon.ts';
import type { CaseSession } from './case-session.ts';
import type { Declined } from './declined-offers.ts';
import { lexiconOf } from './lexicon.ts';
import { isSameCue } from './lexicon-words.ts';
import { sourceText } from './source-text.ts';

/** Statements that a cue must have been marked in. */
const LEAST_STATEMENTS = 2;
/** The part of a text around a cue that is read again, in UTF-16 code units to each side. */
const REACH = 2000;

/**
 * Cues that reviewers marked in two accepted statements or more, and by which the reader finds
 * nothing there, each with the strength that most of those statements have. A cue is offered for the
 * widest compartment that may see two of them.
 */
export async function cueOffers(session: CaseSession, record: CaseRecord, declined: Declined): Promise<LexiconOffer[]> {
  const marked = new Map<string, { words: string; language: string; statements: Version<'statement'>[] }>();
  const texts = new Map<Id, string>();
  for (const statement of markedByHand(session, record)) {
    const { sourceId, cue } = statement.body;
    const source = record.of('source').get(sourceId);
    if (source === undefined || cue === undefined) continue;
    const language = baseOf(source.body.language);
    const words = cueWord(cue.text, language);
    if (words === null || words.length > 100 || declined.cue(words, language)) continue;
    const text = texts.get(sourceId) ?? (await sourceText(session, sourceId, record));
    texts.set(sourceId, text);
    if (isRead(text, cue, { language, lexicon: lexiconOf(record, statement.entry.compartment) })) continue;
    const key = `${language} ${words}`;
    const kept = marked.get(key) ?? { words, language, statements: [] };
    kept.statements.push(statement);
    marked.set(key, kept);
  }
  return [...marked.values()].flatMap(({ words, language, statements }): LexiconOffer[] => {
    const found = seenTogether(record, statements);
    if (found === null || isKnown(record, found.compartment, { words, language })) return [];
    const { compartment } = found;
    return [
      {
        use: 'cue',
        words,
        language,
        strength: mostUsed(found.statements),
        compartment,
        statements: found.statements.map(({ id }) => id).sort(),
      },
    ];
  });
}

/** Accepted statements whose cue no program suggested. */
function markedByHand(session: CaseSession, record: CaseRecord): Version<'statement'>[] {
  const suggested = new Map<Id, Span | undefined>();
  for (const { subject, body } of session.entries) {
    if (subject.kind !== 'statement' || body === null || suggested.has(subject.id)) continue;
    const { suggestedBy, cue } = body as Body<'statement'>;
    if (suggestedBy !== undefined) suggested.set(subject.id, cue);
  }
  return [...record.of('statement').values()].filter(({ id, body }) => {
    if (body.status !== 'accepted' || body.cue === undefined) return false;
    const before = suggested.get(id);
    return before === undefined || before.start !== body.cue.start || before.end !== body.cue.end;
  });
}

/** Whether the reader finds a statement by the cue in the paragraph that it stands in. */
function isRead(text: string, cue: Span, options: Parameters<typeof readText>[1]): boolean {
  const from = Math.max(text.lastIndexOf('\n\n', cue.start), cue.start - REACH, 0);
  const end = text.indexOf('\n\n', cue.end);
  const to = Math.min(end === -1 ? text.length : end, cue.end + REACH);
  const { statements } = readText(text.slice(from, to), options);
  return statements.some((one) => one.cue !== null && one.cue.start + from < cue.end && cue.start < one.cue.end + from);
}

/** The widest compartment that sees enough of the statements, with those it sees. */
function seenTogether(record: CaseRecord, statements: readonly Version<'statement'>[]) {
  const compartments = [...new Set(statements.map(({ entry }) => entry.compartment))];
  const widestFirst = compartments.sort((a, b) => widening(record, a).length - widening(record, b).length || (a < b ? -1 : 1));
  for (const compartment of widestFirst) {
    const seen = statements.filter(({ entry }) => mayReferTo(record, compartment, entry.compartment));
    if (seen.length >= LEAST_STATEMENTS) return { compartment, statements: seen };
  }
  return null;
}

function isKnown(record: CaseRecord, compartment: Id, cue: { words: string; language: string }): boolean {
  return [...record.of('cue').values()].some(
    ({ body, entry }) => mayReferTo(record, compartment, entry.compartment) && isSameCue(body, cue),
  );
}

function mostUsed(statements: readonly Version<'statement'>[]): Strength {
  const count = (strength: Strength): number => statements.filter(({ body }) => body.strength === strength).length;
  return STRENGTHS.reduce((best, strength) => (count(strength) > count(best) ? strength : best));
}

/** What a text without a known language is read as. */
function baseOf(language: string | undefined): string {
  const base = language?.split('-')[0]?.toLowerCase() ?? '';
  return /^[a-z]{2,3}$/.test(base) && base !== 'und' ? base : 'en';
}
