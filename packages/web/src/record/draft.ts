import type { Span, Stance, Statement } from '../api/types.ts';
import { wholeWords } from '../text/selection.ts';

/** The parts of a statement that are words of the source. */
export const SPAN_PARTS = ['speaker', 'cue', 'content', 'condition'] as const;
export type SpanPart = (typeof SPAN_PARTS)[number];

/** What a statement is about, as the form shows it: an empty string where it is not known. */
export interface LinkChoice {
  readonly issueId: string;
  readonly optionId: string;
  readonly stance: Stance | '';
}

/** A statement that a person adds: nothing of it known yet. It cannot be recorded without content. */
export function blankStatement(sourceId: string): Statement {
  return {
    sourceId,
    speaker: { name: '', anonymous: false },
    relays: [],
    content: [],
    strength: 'asserts',
    speech: 'indirect',
    links: [],
    status: 'accepted',
  };
}

/** The spans that a part has now. */
export function spansOf(statement: Statement, part: SpanPart): readonly Span[] {
  if (part === 'content') return statement.content;
  const span = part === 'speaker' ? statement.speaker.span : statement[part];
  return span === undefined ? [] : [span];
}

/**
 * The statement with words marked as a part of it. Content takes several stretches: a new one joins
 * those it touches or overlaps, and stands in order. The other parts have one; the speaker's also
 * names the speaker.
 */
export function withSpan(statement: Statement, part: SpanPart, { start, end }: { start: number; end: number }, text: string): Statement {
  const span: Span = { start, end, text: text.slice(start, end) };
  if (part === 'speaker') return { ...statement, speaker: { ...statement.speaker, span, name: span.text } };
  if (part !== 'content') return { ...statement, [part]: span };
  const touching = statement.content.filter((one) => one.start <= end && one.end >= start);
  const from = Math.min(start, ...touching.map((one) => one.start));
  const to = Math.max(end, ...touching.map((one) => one.end));
  const joined: Span = { start: from, end: to, text: text.slice(from, to) };
  const content = [...statement.content.filter((one) => !touching.includes(one)), joined].sort((a, b) => a.start - b.start);
  return { ...statement, content };
}

/** The statement without the n-th span of a part. A speaker without a span keeps the name. */
export function withoutSpan(statement: Statement, part: SpanPart, index = 0): Statement {
  if (part === 'content') return { ...statement, content: statement.content.filter((_, place) => place !== index) };
  if (part === 'speaker') {
    const { span: _span, ...speaker } = statement.speaker;
    return { ...statement, speaker };
  }
  const { [part]: _part, ...rest } = statement;
  return rest;
}

/** The n-th span of a part with its start or end moved by a word; the same statement where there is no word to move by. */
export function withNudge(statement: Statement, part: SpanPart, index: number, edge: 'start' | 'end', by: -1 | 1, text: string): Statement {
  const span = spansOf(statement, part)[index];
  if (span === undefined) return statement;
  const moved = { start: span.start, end: span.end, [edge]: wordEdge(text, span[edge], edge, by) };
  if (moved.start >= moved.end || moved.start < 0 || moved.end > text.length) return statement;
  return withSpan(withoutSpan(statement, part, index), part, moved, text);
}

/** Where a phrase stands in the text, from `from` on and else from the beginning, in whole words; null where it does not. */
export function findWords(text: string, phrase: string, from = 0): { start: number; end: number } | null {
  const wanted = phrase.trim().toLowerCase();
  if (wanted === '') return null;
  const lower = text.toLowerCase();
  // A few letters change their length with their case; places would be off.
  if (lower.length !== text.length) return findExactly(text, phrase.trim(), from);
  const at = lower.indexOf(wanted, from);
  const start = at === -1 ? lower.indexOf(wanted) : at;
  return start === -1 ? null : wholeWords(text, { start, end: start + wanted.length });
}

export function linkOf(statement: Statement, at = 0): LinkChoice {
  const link = statement.links[at];
  return { issueId: link?.issueId ?? '', optionId: link?.optionId ?? '', stance: link?.stance ?? '' };
}

/** The statement with one of its links as chosen, the first where none is named; another issue takes the option away, no issue the link. */
export function withLink(statement: Statement, choice: Partial<LinkChoice>, at = 0): Statement {
  const before = linkOf(statement, at);
  const next = { ...before, ...choice };
  if (choice.issueId !== undefined && choice.issueId !== before.issueId) next.optionId = choice.optionId ?? '';
  if (next.issueId === '') return { ...statement, links: statement.links.filter((_, place) => place !== at) };
  const link = { issueId: next.issueId, ...(next.optionId && { optionId: next.optionId }), ...(next.stance && { stance: next.stance }) };
  return { ...statement, links: [...statement.links.slice(0, at), link, ...statement.links.slice(at + 1)] };
}

/** The statement with its speaker linked to a party or faction; an empty id takes the link away. */
export function withParty(statement: Statement, partyId: string, factionId = ''): Statement {
  const { partyId: _party, factionId: _faction, ...speaker } = statement.speaker;
  return { ...statement, speaker: { ...speaker, ...(partyId && { partyId }), ...(partyId && factionId && { factionId }) } };
}

/** The relays named in a line, separated by semicolons; those named before keep their words in the source. */
export function withRelays(statement: Statement, line: string): Statement {
  const names = line
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  return { ...statement, relays: names.map((name) => statement.relays.find((relay) => relay.name === name) ?? { name }) };
}

function wordEdge(text: string, place: number, edge: 'start' | 'end', by: -1 | 1): number {
  const words = [...text.slice(Math.max(0, place - 200), place + 200).matchAll(/\S+/g)];
  const offset = Math.max(0, place - 200);
  const edges = words.map((word) => offset + word.index + (edge === 'end' ? word[0].length : 0));
  return (by === 1 ? edges.find((one) => one > place) : edges.findLast((one) => one < place)) ?? place;
}

function findExactly(text: string, phrase: string, from: number): { start: number; end: number } | null {
  const at = text.indexOf(phrase, from);
  const start = at === -1 ? text.indexOf(phrase) : at;
  return start === -1 ? null : { start, end: start + phrase.length };
}
