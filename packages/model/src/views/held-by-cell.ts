import type { CaseRecord, Change, Version } from '../fold/fold.ts';
import { supportedPositions } from './evidence.ts';
import { type Held, validities } from './validity.ts';

// Of each party, of each issue. Nested, since joined keys cost more than all else here.
export type ByCell<T> = Map<string, Map<string, T>>;

/** The positions that hold at some time: of each party, of each issue, of each option. */
export type HeldByCell = ByCell<Map<string, Held[]>>;

/** Cells by party and issue; null for a party stands for all of its cells. */
export type Touched = Map<string, Set<string> | null>;

/** The cells of a statement: those of every position that names it as evidence, or once did. */
export type CellsOfEvidence = Map<string, Version<'position'>['body'][]>;

/** All cells, or those touched, as the record has them now. */
export function heldByCell(record: CaseRecord, touched?: Touched): HeldByCell {
  const grouped: ByCell<Map<string, Version<'position'>[]>> = new Map();
  for (const position of supportedPositions(record, touched && ((body) => isTouched(touched, body)))) {
    const { partyId, issueId, optionId } = position.body;
    const ofParty = at(grouped, partyId, () => new Map<string, Map<string, Version<'position'>[]>>());
    const cell = at(ofParty, issueId, () => new Map<string, Version<'position'>[]>());
    at(cell, optionId, () => []).push(position);
  }
  return mapped(grouped, (ofParty) => mapped(ofParty, (cell) => mapped(cell, validities)));
}

/** Makes the touched cells of `held` anew, in place. */
export function remakeCells(record: CaseRecord, held: HeldByCell, touched: Touched): void {
  for (const [partyId, issueIds] of touched) {
    if (issueIds === null) held.delete(partyId);
    else for (const issueId of issueIds) held.get(partyId)?.delete(issueId);
  }
  for (const [partyId, cells] of heldByCell(record, touched)) {
    const ofParty = at(held, partyId, () => new Map<string, Map<string, Held[]>>());
    for (const [issueId, cell] of cells) ofParty.set(issueId, cell);
  }
}

/** The cells whose positions may differ after these changes: of a position, of the evidence under one, of its party. */
export function touchedBy(record: CaseRecord, changes: Iterable<Change>, cellsOfEvidence: () => CellsOfEvidence): Touched {
  const touched: Touched = new Map();
  const statements: string[] = [];
  const sources = new Set<string>();
  for (const { kind, id, before } of changes) {
    const after = record.of(kind).get(id);
    if (kind === 'position') for (const version of [before, after]) touch(touched, (version as Version<'position'> | undefined)?.body);
    else if (kind === 'statement') statements.push(id);
    else if ((before === undefined) === (after === undefined)) continue;
    else if (kind === 'party' || kind === 'thirdParty') touched.set(id, null);
    else if (kind === 'source') sources.add(id);
  }
  if (sources.size > 0) for (const { id, body } of record.of('statement').values()) if (sources.has(body.sourceId)) statements.push(id);
  if (statements.length > 0) {
    const cellsOf = cellsOfEvidence();
    for (const id of statements) for (const body of cellsOf.get(id) ?? []) touch(touched, body);
  }
  return touched;
}

/** Adds the cells of positions under each statement they name. */
export function noteEvidence(cellsOf: CellsOfEvidence, positions: Iterable<Version<'position'>>): void {
  for (const { body } of positions) for (const id of body.evidence) at(cellsOf, id, () => []).push(body);
}

function isTouched(touched: Touched, { partyId, issueId }: Version<'position'>['body']): boolean {
  const issueIds = touched.get(partyId);
  return issueIds === null || issueIds?.has(issueId) === true;
}

function touch(touched: Touched, body: Version<'position'>['body'] | undefined): void {
  if (body !== undefined) at(touched, body.partyId, () => new Set<string>())?.add(body.issueId);
}

/** What a map holds under a key, made first where it holds nothing. */
export function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function mapped<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
