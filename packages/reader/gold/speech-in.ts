import type { Span } from '@parley/model';

const PAIRS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“' };

/** Whether the words of `spans` stand in quotation marks of `text`, outside of them, or both. Marks do not reach over an empty line. */
export function speechIn(text: string, spans: readonly Span[]): 'direct' | 'indirect' | 'mixed' {
  const quoted = quotedCharacters(text);
  let inside = 0;
  let outside = 0;
  for (const span of spans) {
    for (let i = span.start; i < span.end; i++) {
      if (!/[\p{L}\p{N}]/u.test(text[i] as string)) continue;
      if (quoted[i]) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}

function quotedCharacters(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  let closing: string | null = null;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '\n' && text[i + 1] === '\n') closing = null;
    if (closing !== null) {
      if (character === closing) closing = null;
      else quoted[i] = 1;
    } else closing = PAIRS[character] ?? null;
  }
  return quoted;
}
