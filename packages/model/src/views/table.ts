import { z } from 'zod';
import type { CaseRecord, Version } from '../fold/fold.ts';
import { BEFORE_ALL, Day, EdtfDate } from '../words/edtf-date.ts';
import { Id } from '../words/id.ts';
import { Label, labelText } from '../words/label.ts';
import { STANCES, Stance, Voice } from '../words/stance.ts';
import { Convergence, convergenceOf } from './convergence.ts';
import { countWitnesses, supportedPositions, supporting } from './evidence.ts';
import { beyondMandate, MandateView, mandatesOf } from './mandates.ts';
import { Movement, movementOf } from './movement.ts';
import { type Held, holdsOn, validities } from './validity.ts';

/** A party or third party, the head of a column. */
export const ColumnView = z
  .object({ id: Id, kind: z.enum(['party', 'thirdParty']), name: Label, mandates: z.array(MandateView) })
  .meta({ id: 'ColumnView' });
export type ColumnView = z.infer<typeof ColumnView>;

/** An issue, the head of a row. */
export const RowView = z
  .object({
    id: Id,
    name: Label,
    kind: z.string(),
    options: z.array(z.object({ id: Id, name: Label })),
    convergence: Convergence,
  })
  .meta({ id: 'RowView' });
export type RowView = z.infer<typeof RowView>;

/** One stance on one option within a cell. */
export const StanceView = z
  .object({
    optionId: Id,
    stance: Stance,
    voice: Voice,
    factionId: Id.nullable(),
    /** The latest date it was stated with; null where undated. */
    from: EdtfDate.nullable(),
    /** Independent sources: two reports of one utterance count once. */
    witnesses: z.int().min(1),
    positions: z.array(Id),
    /** Another stance of the same party on the same option holds too. */
    contested: z.boolean(),
    /** An offer that no known mandate covers, or whose mandate has expired. */
    beyondMandate: z.enum(['notCovered', 'expired']).nullable(),
  })
  .meta({ id: 'StanceView' });
export type StanceView = z.infer<typeof StanceView>;

export const CellView = z
  .object({
    partyId: Id,
    issueId: Id,
    stances: z.array(StanceView),
    /** Statements suggested for this cell that nobody has decided on. */
    suggested: z.int().min(0),
    movement: Movement,
  })
  .meta({ id: 'CellView' });
export type CellView = z.infer<typeof CellView>;

/** Parties and third parties by issues, as held on a day. Cells with nothing in them are left out. */
export const TableView = z
  .object({
    heldOn: Day,
    columns: z.array(ColumnView),
    rows: z.array(RowView),
    cells: z.array(CellView),
    counts: z.object({ sources: z.int(), accepted: z.int(), suggested: z.int() }),
    /** The days on which some stance came to hold, for the control of the date. */
    days: z.array(Day),
    /** The compartments that went into it. */
    compartments: z.array(Id),
  })
  .meta({ id: 'TableView' });
export type TableView = z.infer<typeof TableView>;

/** The table of a case as held on `heldOn`. What was known when is decided by how the record was folded. */
export function tableOf(record: CaseRecord, heldOn: Day): TableView {
  const columns = columnsOf(record, heldOn);
  const held = heldByCell(record);
  const suggested = suggestedByCell(record);
  const days = new Set<Day>();
  for (const cell of held.values()) {
    for (const option of cell.values()) {
      for (const { firstDay } of option) if (firstDay !== BEFORE_ALL) days.add(firstDay);
    }
  }
  const stancesOf = (partyId: string, issueId: string, optionId: string): Stance[] =>
    (held.get(cellKey(partyId, issueId))?.get(optionId) ?? []).filter((one) => holdsOn(one, heldOn)).map((one) => one.position.body.stance);
  const sides = columns.filter(({ kind }) => kind === 'party').map(({ id }) => id);
  const rows = issuesInOrder(record).map(({ id, body }) => ({
    id,
    name: body.name,
    kind: body.kind,
    options: body.options.map((option) => ({ id: option.id, name: option.name })),
    convergence: convergenceOf(
      body.options.map((option) => option.id),
      sides,
      (partyId, optionId) => stancesOf(partyId, id, optionId),
    ),
  }));
  const cells: CellView[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const key = cellKey(column.id, row.id);
      const byOption = held.get(key) ?? new Map<string, Held[]>();
      const waiting = suggested.get(key) ?? 0;
      if (byOption.size === 0 && waiting === 0) continue;
      const stances = row.options.flatMap(({ id }) =>
        stancesOn(
          record,
          (byOption.get(id) ?? []).filter((one) => holdsOn(one, heldOn)),
          column,
        ),
      );
      cells.push({ partyId: column.id, issueId: row.id, stances, suggested: waiting, movement: movementOf(byOption, heldOn) });
    }
  }
  return { heldOn, columns, rows, cells, counts: countsOf(record), days: [...days].sort(), compartments: [...record.compartments].sort() };
}

function columnsOf(record: CaseRecord, heldOn: Day): ColumnView[] {
  const order = orderOf(record, 'partyOrder');
  const column = (kind: 'party' | 'thirdParty', { id, body }: Version<'party'> | Version<'thirdParty'>): ColumnView => ({
    id,
    kind,
    name: body.name,
    mandates: kind === 'party' ? mandatesOf(record, id, heldOn) : [],
  });
  return [
    ...[...record.of('party').values()].map((version) => column('party', version)),
    ...[...record.of('thirdParty').values()].map((version) => column('thirdParty', version)),
  ].sort((a, b) => order(a.id) - order(b.id) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : byName(a, b)));
}

function issuesInOrder(record: CaseRecord): Version<'issue'>[] {
  const order = orderOf(record, 'issueOrder');
  return [...record.of('issue').values()].sort(
    (a, b) => order(a.id) - order(b.id) || byName({ id: a.id, name: a.body.name }, { id: b.id, name: b.body.name }),
  );
}

function orderOf(record: CaseRecord, field: 'partyOrder' | 'issueOrder'): (id: string) => number {
  const places = new Map([...record.of('case').values()].flatMap(({ body }) => body[field].map((id, place) => [id, place] as const)));
  return (id) => places.get(id) ?? places.size;
}

function byName(a: { id: string; name: Label }, b: { id: string; name: Label }): number {
  return labelText(a.name).localeCompare(labelText(b.name), 'en') || (a.id < b.id ? -1 : 1);
}

const cellKey = (partyId: string, issueId: string): string => `${partyId} ${issueId}`;

function heldByCell(record: CaseRecord): Map<string, Map<string, Held[]>> {
  const grouped = new Map<string, Map<string, Version<'position'>[]>>();
  for (const position of supportedPositions(record)) {
    const key = cellKey(position.body.partyId, position.body.issueId);
    const cell = grouped.get(key) ?? new Map<string, Version<'position'>[]>();
    grouped.set(key, cell);
    const list = cell.get(position.body.optionId);
    if (list === undefined) cell.set(position.body.optionId, [position]);
    else list.push(position);
  }
  const held = new Map<string, Map<string, Held[]>>();
  for (const [key, cell] of grouped) held.set(key, new Map([...cell].map(([optionId, positions]) => [optionId, validities(positions)])));
  return held;
}

function suggestedByCell(record: CaseRecord): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { body } of record.of('statement').values()) {
    if (body.status !== 'suggested' || body.speaker.partyId === undefined) continue;
    for (const issueId of new Set(body.links.map((link) => link.issueId))) {
      const key = cellKey(body.speaker.partyId, issueId);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** The stances that hold on one option, the firmest first: one line for each stance, voice and faction. */
function stancesOn(record: CaseRecord, held: readonly Held[], column: ColumnView): StanceView[] {
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
      const offered =
        stance === 'accepts' ||
        stance === 'mayAccept' ||
        statements.some(({ body }) => body.strength === 'offers' || body.strength === 'accepts');
      const dates = positions.flatMap(({ body }) => (body.from === undefined ? [] : [body.from])).sort();
      return {
        optionId,
        stance,
        voice,
        factionId: factionId ?? null,
        from: dates.at(-1) ?? null,
        witnesses: countWitnesses(record, statements),
        positions: positions.map(({ id }) => id).sort(),
        contested,
        beyondMandate: offered ? beyondMandate(column.mandates, issueId, optionId) : null,
      };
    })
    .sort((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance) || (a.voice < b.voice ? -1 : 1));
}

function countsOf(record: CaseRecord): TableView['counts'] {
  let accepted = 0;
  let suggested = 0;
  for (const { body } of record.of('statement').values()) {
    if (body.status === 'accepted') accepted += 1;
    else if (body.status === 'suggested') suggested += 1;
  }
  return { sources: record.of('source').size, accepted, suggested };
}
