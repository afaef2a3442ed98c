import type { CaseRecord, Version } from '../fold/fold.ts';
import { type EdtfDate, firstDay } from '../words/edtf-date.ts';
import { STANCES, type Stance } from '../words/stance.ts';
import { countWitnesses, supporting } from './evidence.ts';
import { beyondMandate, mandatesOf } from './mandates.ts';
import type { ColumnView, StanceView } from './table-view.ts';
import type { Held } from './validity.ts';

/** The stances that hold on one option, the firmest first: one line for each stance, voice and faction. */
export function stancesOnOption(record: CaseRecord, held: readonly Held[], column: ColumnView): StanceView[] {
  const groups = new Map<string, Version<'position'>[]>();
  for (const { position } of held) {
    const key = `${position.body.stance} ${position.body.voice} ${position.body.factionId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), position]);
  }
  const contested = new Set(held.map(({ position }) => position.body.stance)).size > 1;
  return [...groups.values()]
    .map((positions): StanceView => {
      const { issueId, optionId, stance, voice, factionId } = (positions[0] as Version<'position'>).body;
      const statements = supporting(record, [...new Set(positions.flatMap(({ body }) => body.evidence))]);
      const latest =
        positions
          .flatMap(({ body }) => (body.from === undefined ? [] : [body.from]))
          .sort()
          .at(-1) ?? null;
      const isOpenOffer = isOffer(stance, statements) && factionId === undefined && voice !== 'anonymous';
      return {
        optionId,
        stance,
        voice,
        factionId: factionId ?? null,
        from: latest,
        witnesses: countWitnesses(record, statements),
        positions: positions.map(({ id }) => id).sort(),
        contested,
        beyondMandate: isOpenOffer ? beyondMandate(mandatesWhenOffered(record, column, latest), issueId, optionId) : null,
      };
    })
    .sort((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance) || (a.voice < b.voice ? -1 : 1));
}

function isOffer(stance: Stance, statements: readonly Version<'statement'>[]): boolean {
  return (
    stance === 'accepts' ||
    stance === 'mayAccept' ||
    statements.some(({ body }) => body.strength === 'offers' || body.strength === 'accepts')
  );
}

/** The column's mandates as they stood when the offer was made; an undated offer is held against those of the day asked for. */
function mandatesWhenOffered(record: CaseRecord, column: ColumnView, offeredOn: EdtfDate | null) {
  if (offeredOn === null || column.mandates.length === 0) return column.mandates;
  return mandatesOf(record, column.id, firstDay(offeredOn));
}
