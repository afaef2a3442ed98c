import { z } from 'zod';
import type { CaseRecord, Version } from '../fold/fold.ts';
import { BEFORE_ALL, Day, EdtfDate, firstDay } from '../words/edtf-date.ts';
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
    /** An offer by the party itself, openly, that no mandate known covers on its day, or whose mandate had expired by then. */
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
  const { held, suggested, days, counts } = timelessOf(record);
  const stancesOf = (partyId: string, issueId: string, optionId: string): Stance[] =>
    (held.get(partyId)?.get(issueId)?.get(optionId) ?? []).filter((one) => holdsOn(one, heldOn)).map((one) => one.position.body.stance);
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
      const byOption = held.get(column.id)?.get(row.id) ?? new Map<string, Held[]>();
      const waiting = suggested.get(column.id)?.get(row.id) ?? 0;
      if (byOption.size === 0 && waiting === 0) continue;
      const stances: StanceView[] = [];
      for (const { id } of row.options) {
        const holding = (byOption.get(id) ?? []).filter((one) => holdsOn(one, heldOn));
        if (holding.length > 0) stances.push(...stancesOn(record, holding, column));
      }
      cells.push({ partyId: column.id, issueId: row.id, stances, suggested: waiting, movement: movementOf(byOption, heldOn) });
    }
  }
  return { heldOn, columns, rows, cells, counts: { ...counts }, days: [...days], compartments: [...record.compartments].sort() };
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

/** What a map holds under a key, made first where it holds nothing. */
function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function mapped<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

type ByCell<T> = Map<string, Map<string, T>>;

/** What of the table is the same on every day. */
interface Timeless {
  readonly held: ByCell<Map<string, Held[]>>;
  readonly suggested: ByCell<number>;
  readonly days: Day[];
  readonly counts: TableView['counts'];
}

// Who moves the day back and forth asks for many tables of one record.
const kept = new WeakMap<CaseRecord, Timeless & { readonly revision: number }>();

function timelessOf(record: CaseRecord): Timeless {
  const before = kept.get(record);
  if (before?.revision === record.revision) return before;
  const held = heldByCell(record);
  const made = { revision: record.revision, held, suggested: suggestedByCell(record), days: daysOf(held), counts: countsOf(record) };
  kept.set(record, made);
  return made;
}

function daysOf(held: ByCell<Map<string, Held[]>>): Day[] {
  const days = new Set<Day>();
  for (const ofParty of held.values()) {
    for (const cell of ofParty.values()) {
      for (const option of cell.values()) {
        for (const { firstDay } of option) if (firstDay !== BEFORE_ALL) days.add(firstDay);
      }
    }
  }
  return [...days].sort();
}

// Of each party, of each issue, of each option. Nested, since joined keys cost more than all else here.
function heldByCell(record: CaseRecord): ByCell<Map<string, Held[]>> {
  const grouped: ByCell<Map<string, Version<'position'>[]>> = new Map();
  for (const position of supportedPositions(record)) {
    const { partyId, issueId, optionId } = position.body;
    const ofParty = at(grouped, partyId, () => new Map<string, Map<string, Version<'position'>[]>>());
    const cell = at(ofParty, issueId, () => new Map<string, Version<'position'>[]>());
    at(cell, optionId, () => []).push(position);
  }
  return mapped(grouped, (ofParty) => mapped(ofParty, (cell) => mapped(cell, validities)));
}

function suggestedByCell(record: CaseRecord): ByCell<number> {
  const counts: ByCell<number> = new Map();
  for (const { body } of record.of('statement').values()) {
    if (body.status !== 'suggested' || body.speaker.partyId === undefined) continue;
    const ofParty = at(counts, body.speaker.partyId, () => new Map<string, number>());
    body.links.forEach(({ issueId }, i) => {
      const isNamedBefore = i > 0 && body.links.findIndex((link) => link.issueId === issueId) < i;
      if (!isNamedBefore) ofParty.set(issueId, (ofParty.get(issueId) ?? 0) + 1);
    });
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
      const latest =
        positions
          .flatMap(({ body }) => (body.from === undefined ? [] : [body.from]))
          .sort()
          .at(-1) ?? null;
      const beyond = (offeredOn: EdtfDate | null) =>
        beyondMandate(offeredOn === null ? column.mandates : mandatesOf(record, column.id, firstDay(offeredOn)), issueId, optionId);
      return {
        optionId,
        stance,
        voice,
        factionId: factionId ?? null,
        from: latest,
        witnesses: countWitnesses(record, statements),
        positions: positions.map(({ id }) => id).sort(),
        contested,
        beyondMandate: isOffer(stance, statements) && factionId === undefined && voice !== 'anonymous' ? beyond(latest) : null,
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

function countsOf(record: CaseRecord): TableView['counts'] {
  let accepted = 0;
  let suggested = 0;
  for (const { body } of record.of('statement').values()) {
    if (body.status === 'accepted') accepted += 1;
    else if (body.status === 'suggested') suggested += 1;
  }
  return { sources: record.of('source').size, accepted, suggested };
}
