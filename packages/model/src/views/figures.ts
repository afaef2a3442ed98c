import { z } from 'zod';
import type { CaseRecord, Version } from '../fold/fold.ts';
import { Figure } from '../words/figure.ts';
import { Id } from '../words/id.ts';

/** Figures of one measure and scope, side by side. */
export const FigureGroup = z
  .object({
    measure: z.string(),
    scope: z.string().nullable(),
    /** Two claimants' latest figures differ in value or qualifier, or one's own that are equally late do. */
    contested: z.boolean(),
    figures: z.array(z.object({ id: Id, figure: Figure })),
  })
  .meta({ id: 'FigureGroup' });
export type FigureGroup = z.infer<typeof FigureGroup>;

/** All figures but the rejected, grouped by measure and scope without regard to case; never averaged. */
export function figureGroups(record: CaseRecord): FigureGroup[] {
  const groups = new Map<string, Version<'figure'>[]>();
  for (const figure of record.of('figure').values()) {
    if (figure.body.status === 'rejected' || !record.of('source').has(figure.body.sourceId)) continue;
    const key = JSON.stringify([fold(figure.body.measure), fold(figure.body.scope ?? '')]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, figures]) => {
      const first = (figures[0] as Version<'figure'>).body;
      const accepted = figures.filter(({ body }) => body.status === 'accepted');
      return {
        measure: first.measure,
        scope: first.scope ?? null,
        contested: new Set(latestOfEach(accepted).map(({ body }) => `${body.qualifier} ${body.low} ${body.high}`)).size > 1,
        figures: figures.sort(byDate).map(({ id, body }) => ({ id, figure: body })),
      };
    });
}

/** The figures that their claimant has not brought up to date since: an update does not contest what it replaces. */
function latestOfEach(figures: readonly Version<'figure'>[]): Version<'figure'>[] {
  const latest = new Map<string, string>();
  for (const { body } of figures) {
    const claimant = claimantOf(body);
    const asOf = body.asOf ?? '';
    if (asOf > (latest.get(claimant) ?? '')) latest.set(claimant, asOf);
  }
  return figures.filter(({ body }) => body.asOf === undefined || body.asOf === latest.get(claimantOf(body)));
}

function claimantOf({ claimant, sourceId }: Figure): string {
  return claimant === undefined ? `source ${sourceId}` : (claimant.partyId ?? fold(claimant.name));
}

function byDate(a: Version<'figure'>, b: Version<'figure'>): number {
  const [left, right] = [a.body.asOf ?? '', b.body.asOf ?? ''];
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
