import type { CaseRecord, Version } from '../fold/fold.ts';
import type { Day } from '../words/edtf-date.ts';
import { type Label, labelText } from '../words/label.ts';
import { mandatesOf } from './mandates.ts';
import type { ColumnView } from './table-view.ts';

/** Parties and third parties in the user's order, then parties first, then by name. */
export function columnsOf(record: CaseRecord, heldOn: Day): ColumnView[] {
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

/** Issues in the user's order, then by name. */
export function issuesInOrder(record: CaseRecord): Version<'issue'>[] {
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
  return labelText(a.name).localeCompare(labelText(b.name), 'en', { numeric: true }) || (a.id < b.id ? -1 : 1);
}
