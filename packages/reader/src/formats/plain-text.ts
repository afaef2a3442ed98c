import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { decode } from './decode.ts';

/** Plain text, kept exactly as decoded: line ends and spaces stay, so that offsets are those of the file. */
export function readPlainText(input: FormatInput): FormatOutput {
  const text = decode(input);
  const language = detectLanguage(text);
  return { text, title: titleOf(text), publisher: null, published: null, language: language === 'und' ? null : language, dropped: [] };
}

/** The first line, where it is short, ends like no sentence and something follows it. */
function titleOf(text: string): string | null {
  const match = /^\s*([^\r\n]+)\r?\n\s*\S/.exec(text.slice(0, 2000));
  const line = match?.[1]?.trim();
  return line && line.length <= 200 && !/[.!?:;,]$/.test(line) ? line : null;
}
