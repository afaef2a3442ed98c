import type { CaseRecord, Version } from '../fold/fold.ts';
import { BEFORE_ALL, type Day } from '../words/edtf-date.ts';
import { supportedPositions } from './evidence.ts';
import type { TableView } from './table-view.ts';
import { type Held, validities } from './validity.ts';

type ByCell<T> = Map<string, Map<string, T>>;

/** What of the table is the same on every day. */
export interface Timeless {
  readonly held: ByCell<Map<string, Held[]>>;
  readonly suggested: ByCell<number>;
  readonly days: Day[];
  readonly counts: TableView['counts'];
}

interface Kept extends Timeless {
  readonly revision: number;
  /** Whom and what the positions name; made when first asked for. */
  named: Named | null;
}

interface Named {
  readonly statements: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

// Who moves the day back and forth, or adds a report, asks for many tables of nearly the same record.
const kept = new WeakMap<CaseRecord, Kept>();

/** What of the table does not depend on the day, made anew only as far as the entries since call for it. */
export function timelessOf(record: CaseRecord): Timeless {
  const before = kept.get(record);
  if (before?.revision === record.revision) return before;
  const reused = before !== undefined && !touchesPositions(record, before) ? before : null;
  const held = reused?.held ?? heldByCell(record);
  const made: Kept = {
    revision: record.revision,
    held,
    days: reused?.days ?? daysOf(held),
    named: reused?.named ?? null,
    suggested: suggestedByCell(record),
    counts: countsOf(record),
  };
  kept.set(record, made);
  return made;
}

/** Whether an entry since may change which positions hold: it is about one, or about what one names, there before or not. */
function touchesPositions(record: CaseRecord, before: Kept): boolean {
  const changes = record.changedSince(before.revision);
  if (changes.some(({ kind }) => kind === 'position')) return true;
  before.named ??= namedByPositions(record);
  const { statements, parties } = before.named;
  const sources = new Set<string>();
  for (const { kind, id } of changes) {
    if (kind === 'statement' && statements.has(id)) return true;
    if ((kind === 'party' || kind === 'thirdParty') && parties.has(id)) return true;
    if (kind === 'source') sources.add(id);
  }
  if (sources.size === 0) return false;
  for (const { id, body } of record.of('statement').values()) if (sources.has(body.sourceId) && statements.has(id)) return true;
  return false;
}

function namedByPositions(record: CaseRecord): Named {
  const statements = new Set<string>();
  const parties = new Set<string>();
  for (const { body } of record.of('position').values()) {
    parties.add(body.partyId);
    for (const id of body.evidence) statements.add(id);
  }
  return { statements, parties };
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

function countsOf(record: CaseRecord): TableView['counts'] {
  let accepted = 0;
  let suggested = 0;
  for (const { body } of record.of('statement').values()) {
    if (body.status === 'accepted') accepted += 1;
    else if (body.status === 'suggested') suggested += 1;
  }
  return { sources: record.of('source').size, accepted, suggested };
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
