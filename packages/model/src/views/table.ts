import type { CaseRecord } from '../fold/fold.ts';
import type { Day } from '../words/edtf-date.ts';
import type { Stance } from '../words/stance.ts';
import { convergenceOf } from './convergence.ts';
import { movementOf } from './movement.ts';
import { stancesOnOption } from './stances-on-option.ts';
import { columnsOf, issuesInOrder } from './table-order.ts';
import type { CellView, StanceView, TableView } from './table-view.ts';
import { timelessOf } from './timeless.ts';
import { type Held, holdsOn } from './validity.ts';

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
        if (holding.length > 0) stances.push(...stancesOnOption(record, holding, column));
      }
      cells.push({ partyId: column.id, issueId: row.id, stances, suggested: waiting, movement: movementOf(byOption, heldOn) });
    }
  }
  return { heldOn, columns, rows, cells, counts: { ...counts }, days: [...days], compartments: [...record.compartments].sort() };
}
