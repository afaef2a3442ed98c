import type { EdtfDate, Strength } from '@parley/model';

/** A statement as far as it tells which utterance it bears witness to. */
export interface Witness {
  readonly id: string;
  readonly sourceId: string;
  readonly speaker: { readonly name: string; readonly partyId?: string | undefined };
  /** What was said, its pieces joined. */
  readonly content: string;
  readonly strength: Strength;
  readonly saidOn?: EdtfDate | undefined;
  /** When its source was published: without `saidOn`, it was said in the week up to then. */
  readonly published?: EdtfDate | undefined;
}
