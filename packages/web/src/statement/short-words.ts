import type { Statement } from '../api/types.ts';

const MOST_CHARACTERS = 60;

/** The first words of what was said, for a line that says what was done with it. */
export function shortWords(statement: Pick<Statement, 'content'>): string {
  const text = statement.content
    .map((span) => span.text)
    .join(' … ')
    .replace(/\s+/g, ' ');
  return text.length <= MOST_CHARACTERS ? `“${text}”` : `“${text.slice(0, text.lastIndexOf(' ', MOST_CHARACTERS) || MOST_CHARACTERS)}…”`;
}
