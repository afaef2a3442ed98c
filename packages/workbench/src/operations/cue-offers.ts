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
import { cueWord, knowsCue, readText } from '@parley/reader';
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
 * Cues that reviewers marked in two accepted statements or more, that the reader does not know and
 * finds nothing by there, each with the strength that most of those statements have. A cue is offered for the
 * widest compartment that may see two of them.
 */
export async function cueOffers(session: CaseSession, record: CaseRecord, declined: Declined): Promise<LexiconOffer[]> {
  const marked = new Map<string, { words: string; language: string; statements: Version<'statement'>[] }>();
  for (const statement of markedByHand(session, record)) {
    const language = baseOf(record.of('source').get(statement.body.sourceId)?.body.language);
    const words = cueWord(statement.body.cue?.text ?? '', language);
    if (words === null || words.length > 100 || knowsCue(words, language) || declined.cue(words, language)) continue;
    const key = `${language} ${words}`;
    const kept = marked.get(key) ?? { words, language, statements: [] };
    kept.statements.push(statement);
    marked.set(key, kept);
  }
  const offers: LexiconOffer[] = [];
  const readsBy = readerOf(session, record);
  for (const { words, language, statements } of marked.values()) {
    // Reading is what costs; most cues are marked once or known to the case.
    if (seenTogether(record, statements) === null) continue;
    const wanting: Version<'statement'>[] = [];
    for (const statement of statements) if (!(await readsBy(statement, language))) wanting.push(statement);
    const found = seenTogether(record, wanting);
    if (found === null || isKnown(record, found.compartment, { words, language })) continue;
    const { compartment } = found;
    const ids = found.statements.map(({ id }) => id).sort();
    offers.push({ use: 'cue', words, language, strength: mostUsed(found.statements), compartment, statements: ids });
  }
  return offers;
}

/** Tells of a statement whether the reader finds one by its cue where it stands. */
function readerOf(session: CaseSession, record: CaseRecord): (statement: Version<'statement'>, language: string) => Promise<boolean> {
  const texts = new Map<Id, string>();
  return async ({ body: { sourceId, cue }, entry }, language) => {
    if (cue === undefined || !record.of('source').has(sourceId)) return true;
    const text = texts.get(sourceId) ?? (await sourceText(session, sourceId, record));
    texts.set(sourceId, text);
    return isRead(text, cue, { language, lexicon: lexiconOf(record, entry.compartment) });
  };
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
