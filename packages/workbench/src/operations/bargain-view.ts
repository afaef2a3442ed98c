import type { Ratification } from '@parley/methods';
import type { Id, Label } from '@parley/model';
import type { z } from 'zod';
import type { BargainOpenings, BargainQuery, BargainQuestions, BargainView } from '../contract/bargain.ts';
import type { AsOfRecord } from './as-of.ts';
import { type CaseBargainView, caseBargain } from './case-bargain.ts';

type Asked = Pick<z.output<typeof BargainQuery>, 'ratify' | 'samples' | 'seed' | 'packages'>;

/** How long one answer may take; what is there by then is told, and that it was cut off. */
const BUDGET_MS = 10_000;

/** Which packages every party could live with, from what was said. Throws a UserError where there is nothing to bargain over. */
export async function bargainView(asked: AsOfRecord, query: Asked): Promise<z.infer<typeof BargainView>> {
  const view = await answer(asked, query);
  const { domain } = view.bargain.orders;
  const sharesOf = new Map(view.shares.packages.map((one) => [JSON.stringify(one.package), one] as const));
  return {
    parties: domain.parties.map(({ id }) => ({ id, name: nameOf(asked, 'party', id) })),
    issues: domain.issues.map(({ id, options }) => {
      const issue = asked.record.of('issue').get(id)?.body;
      return {
        id,
        name: nameOf(asked, 'issue', id),
        options: options.map((option) => ({
          id: option.id,
          name: issue?.options.find((one) => one.id === option.id)?.name ?? { en: option.name },
        })),
      };
    }),
    feasible: view.shares.feasiblePackages,
    notBarred: view.notBarred,
    packages: view.packages.flatMap((one) => {
      const shares = sharesOf.get(JSON.stringify(one.package));
      return shares === undefined ? [] : [{ ...copied(one), shares: copied(shares) }];
    }),
    statements: Object.fromEntries(Object.entries(view.bargain.statements).map(([id, all]) => [id, [...all]])),
    contested: view.bargain.contested.map((one) => ({ ...one, positions: [...one.positions] })),
    leftOut: [...view.bargain.leftOut],
    missingMandates: copied(domain.missingMandates),
    noDealUnknown: [...view.shares.noDealUnknown],
    factionsNotUsed: [...view.bargain.factionsNotUsed],
    winsets: copied(view.winsets),
    methods: [view.shares.note, ...view.winsets.map(({ note }) => note)],
    compartments: [...view.bargain.compartments],
  };
}

/** The smallest sets of moves that open a package: for the mediator. */
export async function bargainOpenings(asked: AsOfRecord, query: Asked): Promise<z.infer<typeof BargainOpenings>> {
  const { openings, bargain } = await answer(asked, query, { openings: true });
  if (openings === null) throw new Error('openings were asked for and not given');
  return copied({
    acceptableAlready: openings.acceptableAlready,
    openings: openings.openings,
    audience: openings.audience,
    method: openings.note,
    compartments: bargain.compartments,
  });
}

/** Which comparison to put to which party would settle most: for the mediator. */
export async function bargainQuestions(asked: AsOfRecord, query: Asked): Promise<z.infer<typeof BargainQuestions>> {
  const { questions, bargain } = await answer(asked, query, { questions: true });
  if (questions === null) throw new Error('questions were asked for and not given');
  const { open, packages, questions: all, audience, note } = questions;
  return copied({ open, packages, questions: all, audience, method: note, compartments: bargain.compartments });
}

function answer(asked: AsOfRecord, { ratify, samples, seed, packages }: Asked, more: object = {}): Promise<CaseBargainView> {
  const end = Date.now() + BUDGET_MS;
  const rule = ratificationOf(ratify);
  return caseBargain(asked, {
    samples,
    seed,
    packages,
    shouldStop: () => Date.now() > end,
    ...(rule && { ratification: rule }),
    ...more,
  });
}

function ratificationOf(ratify: Asked['ratify']): Ratification | null {
  if (ratify === undefined) return null;
  if (ratify === 'all') return { rule: 'all' };
  return ratify === 'majority' ? { rule: 'weightedMajority' } : { rule: 'atLeast', count: Number(ratify) };
}

function nameOf({ record }: AsOfRecord, kind: 'party' | 'issue', id: Id): Label {
  return record.of(kind).get(id)?.body.name ?? { en: id };
}

type Plain<T> = T extends readonly (infer I)[] ? Plain<I>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

/** Read-only results as plain data of the contract. */
function copied<T>(value: T): Plain<T> {
  return structuredClone(value) as Plain<T>;
}
