/** A part of a snippet; `at` is its place in it, in UTF-16 code units. */
export interface SnippetPart {
  readonly at: number;
  readonly text: string;
  readonly matched: boolean;
}

/** Splits a snippet at U+E000 and U+E001, between which the server puts the words that matched. */
export function snippetParts(snippet: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  for (const match of snippet.matchAll(/\uE000([^\uE001]*)\uE001?|[^\uE000]+/g)) {
    const matched = match[1] !== undefined;
    const text = (match[1] ?? match[0]).replaceAll('\uE001', '');
    if (text !== '') parts.push({ at: match.index, text, matched });
  }
  return parts;
}
