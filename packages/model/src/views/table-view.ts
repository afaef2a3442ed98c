import { z } from 'zod';
import { Day, EdtfDate } from '../words/edtf-date.ts';
import { Id } from '../words/id.ts';
import { Label } from '../words/label.ts';
import { Stance, Voice } from '../words/stance.ts';
import { Convergence } from './convergence.ts';
import { MandateView } from './mandates.ts';
import { Movement } from './movement.ts';

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
