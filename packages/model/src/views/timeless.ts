import type { CaseRecord, Change, Version } from '../fold/fold.ts';
import { BEFORE_ALL, type Day } from '../words/edtf-date.ts';
import {
  at,
  type ByCell,
  type CellsOfEvidence,
  type HeldByCell,
  heldByCell,
  noteEvidence,
  remakeCells,
  touchedBy,
} from './held-by-cell.ts';
import type { TableView } from './table-view.ts';

/** What of the table is the same on every day. */
export interface Timeless {
  readonly held: HeldByCell;
  readonly suggested: ByCell<number>;
  readonly days: Day[];
  readonly counts: TableView['counts'];
}

interface Kept extends Timeless {
  revision: number;
  days: Day[];
  readonly counts: { -readonly [K in keyof TableView['counts']]: number };
  /** Made when a statement first changes. */
  cellsOfEvidence: CellsOfEvidence | null;
}

// Who moves the day back and forth, or decides on a statement, asks for many tables of nearly the same record.
const kept = new WeakMap<CaseRecord, Kept>();

/** What of the table does not depend on the day: made once for a record, then only the cells that the entries since touch. */
export function timelessOf(record: CaseRecord): Timeless {
  const before = kept.get(record);
  if (before === undefined) {
    const made = madeWhole(record);
    kept.set(record, made);
    return made;
  }
  if (before.revision !== record.revision) bringUpToDate(before, record);
  return before;
}

function madeWhole(record: CaseRecord): Kept {
  const held = heldByCell(record);
  const counts = { sources: record.of('source').size, accepted: 0, suggested: 0 };
  const suggested: ByCell<number> = new Map();
  for (const statement of record.of('statement').values()) count({ suggested, counts }, statement, 1);
  return { revision: record.revision, held, days: daysOf(held), suggested, counts, cellsOfEvidence: null };
}

function bringUpToDate(view: Kept, record: CaseRecord): void {
  const changes = firstOfEach(record.changedSince(view.revision));
  for (const { kind, id, before } of changes) {
    if (kind !== 'statement') continue;
    count(view, before as Version<'statement'> | undefined, -1);
    count(view, record.of('statement').get(id), 1);
  }
  const touched = touchedBy(record, changes, () => evidenceOf(view, record));
  if (touched.size > 0) {
    remakeCells(record, view.held, touched);
    view.days = daysOf(view.held);
  }
  if (view.cellsOfEvidence !== null) {
    const positions = changes.filter(({ kind }) => kind === 'position').map(({ id }) => record.of('position').get(id));
    noteEvidence(
      view.cellsOfEvidence,
      positions.filter((position) => position !== undefined),
    );
  }
  view.counts.sources = record.of('source').size;
  view.revision = record.revision;
}

function evidenceOf(view: Kept, record: CaseRecord): CellsOfEvidence {
  if (view.cellsOfEvidence === null) {
    view.cellsOfEvidence = new Map();
    noteEvidence(view.cellsOfEvidence, record.of('position').values());
  }
  return view.cellsOfEvidence;
}

/** Of several changes of a subject the first, which tells how it stood before them all. */
function firstOfEach(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({ kind, id }) => {
    const key = `${kind}/${id}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

/** Counts a statement in, or out again. A suggested one waits once in each cell that it is linked to. */
function count({ suggested, counts }: Pick<Kept, 'suggested' | 'counts'>, statement: Version<'statement'> | undefined, by: 1 | -1): void {
  if (statement === undefined) return;
  const { status, speaker, links } = statement.body;
  if (status === 'accepted') counts.accepted += by;
  if (status !== 'suggested') return;
  counts.suggested += by;
  if (speaker.partyId === undefined) return;
  const ofParty = at(suggested, speaker.partyId, () => new Map<string, number>());
  links.forEach(({ issueId }, i) => {
    const isNamedBefore = i > 0 && links.findIndex((link) => link.issueId === issueId) < i;
    if (!isNamedBefore) ofParty.set(issueId, (ofParty.get(issueId) ?? 0) + by);
  });
}

function daysOf(held: HeldByCell): Day[] {
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
