import type { Body, EdtfDate } from '@parley/model';
import { READER, type Reading } from '@parley/reader';

/** What a reading of a source suggests for the record. */
export interface Suggestions {
  readonly statements: Body<'statement'>[];
  /** `statement` is the index of the statement that claims the figure; null for none. */
  readonly figures: { body: Body<'figure'>; statement: number | null }[];
}

/** Another program than our reader, and what is to be kept of how it read. How often it is right nobody has measured. */
export interface Suggester {
  readonly suggestedBy: { readonly name: string; readonly version: string };
  readonly note: string;
}

/** A reading put into the words of the record, everything in it marked as suggested. */
export function suggestionsFrom(
  reading: Pick<Reading, 'statements' | 'figures'>,
  sourceId: string,
  published: EdtfDate | undefined,
  by?: Suggester,
): Suggestions {
  const statements = reading.statements.map(
    (read): Body<'statement'> => ({
      sourceId,
      speaker: {
        span: read.source ?? undefined,
        antecedent: read.speaker.antecedent ?? undefined,
        name: read.speaker.name,
        anonymous: read.speaker.anonymous,
        role: read.speaker.role ?? undefined,
        partyId: read.speaker.partyId,
        factionId: read.speaker.factionId,
      },
      relays: read.relays.map(({ span, name }) => ({ span: span ?? undefined, name })),
      cue: read.cue ?? undefined,
      content: [...read.content],
      condition: read.condition ?? undefined,
      strength: read.strength,
      speech: read.speech,
      voice: read.voice ?? undefined,
      saidOn: read.saidOn ?? undefined,
      links: read.links.map((link) => ({ ...link })),
      status: 'suggested',
      suggestedBy: { ...(by?.suggestedBy ?? READER) },
      confidence: by === undefined ? read.confidence : undefined,
      note: by?.note,
    }),
  );
  const figures = reading.figures.map((read) => ({
    statement: read.statement,
    body: {
      sourceId,
      span: read.span,
      measure: read.measure,
      low: read.low,
      high: read.high,
      qualifier: read.qualifier,
      unit: read.unit ?? undefined,
      scope: read.scope ?? undefined,
      since: read.since ?? undefined,
      asOf: published,
      claimant: read.claimant === null ? undefined : { name: read.claimant },
      status: 'suggested' as const,
      suggestedBy: { ...READER },
    },
  }));
  return { statements, figures };
}
