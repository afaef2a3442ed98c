import type { Body, Entry } from '@parley/model';

/** What of a subject can be found by its words. */
export interface SearchWords {
  readonly title: string;
  /** In parts, of which only a long text has more than one. */
  readonly parts: Iterable<string>;
}

/** The words to index of an entry, or null where it holds none: retracted, destroyed, rejected, or of another kind. */
export function searchWordsOf(entry: Entry, textOf: (sha256: string) => Iterable<string>): SearchWords | null {
  if (entry.body === null) return null;
  const words = WORDS[entry.subject.kind as SearchedKind]?.(entry.body as never, textOf) ?? null;
  return words === null ? null : { title: unpointed(words.title), parts: each(words.parts, unpointed) };
}

function* each(parts: Iterable<string>, change: (part: string) => string): Generator<string> {
  for (const part of parts) yield change(part);
}

export type SearchedKind = 'source' | 'statement' | 'figure';

export function isSearched(kind: string): kind is SearchedKind {
  return kind in WORDS;
}

/**
 * A user's words as an FTS5 query: each quoted, so that none is taken for an operator, the last one
 * also as the beginning of a word. Null where there is no word in them.
 */
export function matchOf(query: string): string | null {
  const words = unpointed(query).match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu);
  return words === null ? null : `${words.map((word) => `"${word}"`).join(' ')}*`;
}

const WORDS: { [K in SearchedKind]: (body: Body<K>, textOf: (sha256: string) => Iterable<string>) => SearchWords | null } = {
  source: (body, textOf) => ({ title: joined([body.title, body.publisher]), parts: textOf(body.text.sha256) }),
  statement: (body) =>
    body.status === 'rejected'
      ? null
      : {
          title: joined([body.speaker.name, body.speaker.role, ...body.relays.map(({ name }) => name)]),
          parts: [joined([...body.content.map(({ text }) => text), body.condition?.text, body.note])],
        },
  figure: (body) =>
    body.status === 'rejected'
      ? null
      : {
          title: joined([body.measure, body.claimant?.name]),
          parts: [joined([body.span.text, body.unit, body.scope, body.since, body.note])],
        },
};

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' … ');
}

/** Without Hebrew points, Arabic vowel marks and tatweel, which most writers leave out and which would split a word. */
function unpointed(text: string): string {
  return text.replace(
    /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/gu,
    '',
  );
}
