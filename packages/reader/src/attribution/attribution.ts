import type { Strength } from '@parley/model';
import type { Phrase } from '../grammar/phrases.ts';
import type { ReadSentence } from '../grammar/read-paragraph.ts';
import type { CueCandidate } from './cue-candidates.ts';

/** Tokens `from` to `to` (exclusive) of a paragraph. */
export interface TokenRange {
  from: number;
  to: number;
}

/** A cue with what hangs on it, in tokens of its paragraph. */
export interface Attribution {
  cue: TokenRange | null;
  /** Index of the cue's main token; −1 for a quotation without a cue. */
  head: number;
  source: TokenRange | null;
  /** The part of `source` that names who speaks, without appositions. */
  sourceCore: TokenRange | null;
  content: TokenRange[];
  candidate: CueCandidate | null;
  /** The cue's verb group or noun phrase, for negation and modality. */
  phrase: Phrase | null;
  sentence: ReadSentence;
  /** Share of cues like this one among all that look like it. */
  odds: number;
  postposed: boolean;
  /** Ends in a colon at the end of its paragraph: the words are the next one. */
  opensNext: boolean;
  /** Its quotation is the last thing in the paragraph, so that a paragraph of nothing but quotation goes on with it. */
  quotesToEnd: boolean;
  /** Not said, whatever the cue: `stopped short of saying`, `gave no details`. */
  withheld?: boolean;
  /** Other cues inside this one are part of it: `was quoted as saying`. */
  joined?: boolean;
  /** Of somebody whom another cites: what the other says by it. */
  passedOnBy?: Attribution;
  /** The force, where the cue's list tells it. */
  strength?: Strength;
  /** The source is a word for people without a name. */
  unnamed?: boolean;
}
