import type { EdtfDate, Qualifier, Span, Strength, Voice } from '@parley/model';

/** What was read in a text. Offsets of all spans are UTF-16 code units of the text as given. */
export interface Reading {
  statements: ReadStatement[];
  figures: ReadFigure[];
  /** BCP 47 tag of the text's language, `und` where it cannot be told. */
  language: string;
  /** Sentences that look attributed but were not understood. */
  unread: Span[];
}

/** One thing somebody said, as the text gives it. */
export interface ReadStatement {
  /** The words that name the speaker; null where the text states none. */
  source: Span | null;
  speaker: ReadSpeaker;
  /** Through whom the words came, nearest to the speaker first. */
  relays: ReadRelay[];
  cue: Span | null;
  /** At least one span; several where the speaker breaks in. */
  content: Span[];
  /** What the content is made to depend on: `if …`, `in exchange for …`. */
  condition: Span | null;
  strength: Strength;
  speech: 'direct' | 'indirect' | 'mixed';
  voice: Voice | null;
  /** When it was said, where the words beside the cue tell: with the precision they have, against the report's date. */
  saidOn: EdtfDate | null;
  /** Issues, and where told options, whose terms the content holds. */
  links: { issueId: string; optionId?: string }[];
  /** Share of statements like this one that were right on marked texts, 0 to 1. */
  confidence: number;
}

export interface ReadSpeaker {
  /** The name to show: the words of the source without apposition, or of its antecedent; '' for none. */
  name: string;
  /** Speaks without a name: `a senior official`, `sources`. */
  anonymous: boolean;
  /** What a pronoun stands for, where it was resolved. */
  antecedent: Span | null;
  /** Office or function in the text's words: `senior official`, `spokesman`. */
  role: string | null;
  partyId?: string;
  factionId?: string;
}

export interface ReadRelay {
  span: Span | null;
  name: string;
}

/** A number that the text gives. */
export interface ReadFigure {
  span: Span;
  /** What is counted, in the text's words. */
  measure: string;
  low: number;
  /** Equal to `low` for a single value. */
  high: number;
  qualifier: Qualifier;
  /** `%`, a currency code, or the text's word; null for a count. */
  unit: string | null;
  /** Where and of whom: `in Gaza`, `among civilians`. */
  scope: string | null;
  since: string | null;
  /** Name of the speaker of the statement that the figure stands in. */
  claimant: string | null;
  /** Index into the statements of the reading. */
  statement: number | null;
}

/** A word by which the reports of a case say that somebody speaks, and the force it has. */
export interface CaseCue {
  /** For English one word in its base form; for other languages the words as they stand. */
  words: string;
  strength: Strength;
  /** BCP 47 tag of the texts that it is looked for in. */
  language: string;
}

/** Names and terms of a case, by which statements are suggested a party, issue and option, and the cues it adds. */
export interface CaseLexicon {
  parties: { id: string; names: string[]; factions: { id: string; names: string[] }[] }[];
  issues: { id: string; terms: string[]; options: { id: string; terms: string[] }[] }[];
  cues?: CaseCue[];
}

export interface ReadOptions {
  lexicon?: CaseLexicon;
  /** When the text was published: what `on Tuesday` and `last night` are counted from. */
  published?: EdtfDate;
  /** BCP 47 tag of the text's language; detected where it is left out. */
  language?: string;
}
