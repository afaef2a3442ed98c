import type { Stretch } from './content-extent.ts';

/** What hangs on a cue, in phrases of its sentence. */
export interface Frame {
  cue: Stretch;
  source: Stretch | null;
  content: Stretch[];
  /** The words stand before the cue: `“…,” she said`. */
  postposed: boolean;
  /** A colon ends the sentence: the words stand in the next paragraph. */
  opensNext?: boolean;
  /** Other cues inside this one are part of it: `was quoted as saying`. */
  joined?: boolean;
  /** Nothing in its sentence is said: `Ms. Doe agreed.` before or after a quotation. */
  bare?: boolean;
}
