import type { EdtfDate } from '@parley/model';
import { createMentions, type Mentions } from './attribution/antecedents.ts';
import { type CaseCues, withCaseCues } from './attribution/case-cues.ts';
import { CUE_TABLES } from './attribution/cue-tables.ts';
import { LANGUAGES } from './lexicon/languages/index.ts';
import { type CaseLinker, createCaseLinker } from './linking/link-case.ts';
import type { CaseLexicon, ReadOptions, ReadStatement } from './reading.ts';

/** What is carried from paragraph to paragraph of one text. */
export interface ReadingState {
  mentions: Mentions;
  linker: CaseLinker | null;
  published: EdtfDate | undefined;
  /** The counts, or the lists of the text's language where it is read by such, with the case's own cues. */
  cues: CaseCues;
  /** Names of the programme's own reporters, in lower case. */
  reporters: Set<string>;
  /** How many sentences were read. */
  sentences: number;
  /** A statement whose words go on in the next paragraph. */
  open: ReadStatement | null;
}

export function startReading(language: string, { lexicon, published }: ReadOptions): ReadingState {
  return {
    mentions: createMentions(),
    linker: lexicon ? createCaseLinker(lexicon) : null,
    published,
    cues: cuesFor(language, lexicon),
    reporters: new Set(),
    sentences: 0,
    open: null,
  };
}

/** A language that nothing is known of is read as English is. */
function cuesFor(language: string, lexicon: CaseLexicon | undefined): CaseCues {
  const base = baseOf(language);
  const lists = LANGUAGES.get(base) ?? null;
  return withCaseCues(lexicon?.cues ?? [], { language: base === 'und' ? 'en' : base, tables: CUE_TABLES, lists });
}

/** `fr-CA` → `fr`. */
function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
