import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { TokenRange } from './attribution.ts';

/** A paragraph of a transcript: who has the word, and what they say. */
export interface Turn {
  speaker: TokenRange;
  content: TokenRange;
  /** Whoever presents or asks, whose words are the programme's own. */
  asks: boolean;
}

const ASKING = new Set(
  'PRESENTER HOST INTERVIEWER MODERATOR QUESTION QUESTIONER Q REPORTER JOURNALIST ANCHOR ANNOUNCER NARRATOR OPERATOR'.split(' '),
);
/** Capitals before a colon that head something else than a turn. */
const HEADINGS = new Set(
  'NOTE NOTES UPDATE WARNING SUMMARY CONFIDENTIAL BREAKING CORRECTION SUBJECT DATE TO FROM RE CC URGENT STATEMENT COMMENT WATCH READ MORE VIDEO PHOTO PHOTOS RELATED SOURCE SOURCES TITLE LIVE EXCLUSIVE OPINION ANALYSIS FACT CLAIM RATING PS'.split(
    ' ',
  ),
);
const LONGEST_NAME = 5;

/**
 * `HALLORAN: They will sail …`: a paragraph that opens with a name in capitals and a colon, and says
 * something. `reporters` are the programme's own, in lower case.
 */
export function turnOf(paragraph: Paragraph, reporters: ReadonlySet<string> = new Set()): Turn | null {
  const { tokens } = paragraph;
  if (!isCapitals(tokens[0]?.text ?? '')) return null;
  let colon = 1;
  while (colon <= LONGEST_NAME && tokens[colon] && tokens[colon]?.text !== ':') {
    if (!isCapitals(tokens[colon]?.text ?? '') && !/^[.'’-]$/.test(tokens[colon]?.text ?? '')) return null;
    colon++;
  }
  const label = tokens[0]?.text ?? '';
  if (tokens[colon]?.text !== ':' || HEADINGS.has(label) || tokens.length - colon < 4) return null;
  const says = paragraph.sentences.some(({ phrases }) =>
    phrases.some((phrase) => phrase.kind === 'vg' && phrase.form === 'F' && phrase.from > colon),
  );
  const asks = ASKING.has(label) || tokens.slice(0, colon).some(({ lower }) => reporters.has(lower));
  return says ? { speaker: { from: 0, to: colon }, content: { from: colon + 1, to: tokens.length }, asks } : null;
}

function isCapitals(text: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}'’.-]*$/u.test(text) && (text.length > 1 || text === 'A' || text === 'Q');
}
