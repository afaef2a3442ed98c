import type { BargainDomain, BargainPackage, Ratification } from '@parley/methods';
import type { Id, Label } from '@parley/model';
import type { z } from 'zod';
import type { BargainExact, BargainOpenings, BargainQuery, BargainQuestions, BargainView } from '../contract/bargain.ts';
import type { AsOfRecord } from './as-of.ts';
import { parleyJson } from './bargain-files/parley-json.ts';
import type { BargainInput } from './bargain-files/read-bargain.ts';
import { spreadsheetText } from './bargain-files/spreadsheet-text.ts';
import { bargainNumbers, hasAllNumbers, worthOf } from './bargain-numbers.ts';
import type { BargainThreads } from './bargain-threads/bargain-threads.ts';
import { type CaseBargainView, preparedBargain } from './case-bargain.ts';

/** Where a bargain is done, and what ends it early. */
export interface BargainDoing {
  readonly threads: BargainThreads;
  readonly signal: AbortSignal;
}

type Asked = Pick<z.output<typeof BargainQuery>, 'ratify' | 'samples' | 'seed' | 'packages'>;

/** How long one answer may take; what is there by then is told, and that it was cut off. */
const BUDGET_MS = 10_000;
/** Where there are numbers, the exact analysis says more than what holds for all that fits, and is there sooner. */
const NUMBERS_BUDGET_MS = 3000;

/** Which packages every party could live with, from what was said. Throws a UserError where there is nothing to bargain over. */
export async function bargainView(asked: AsOfRecord, query: Asked, doing: BargainDoing): Promise<z.infer<typeof BargainView>> {
  const view = await answer(asked, query, doing);
  const { domain } = view.bargain.orders;
  const sharesOf = new Map(view.shares.packages.map((one) => [JSON.stringify(one.package), one] as const));
  return {
    ...namesIn(asked, domain),
    feasible: view.shares.feasiblePackages,
    notBarred: view.notBarred,
    packages: view.packages.flatMap((one) => {
      const shares = sharesOf.get(JSON.stringify(one.package));
      return shares === undefined ? [] : [{ ...copied(one), shares: copied(shares), proposals: proposalsOf(view, one.package) }];
    }),
    proposals: copied(view.bargain.proposals),
    priorities: [...view.bargain.priorities],
    rules: [...view.bargain.rules],
    partlyUsed: [...view.bargain.partlyUsed],
    hasNumbers: hasAllNumbers(view.bargain.orders),
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
export async function bargainOpenings(asked: AsOfRecord, query: Asked, doing: BargainDoing): Promise<z.infer<typeof BargainOpenings>> {
  const { openings, bargain } = await answer(asked, query, doing, { openings: true });
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
export async function bargainQuestions(asked: AsOfRecord, query: Asked, doing: BargainDoing): Promise<z.infer<typeof BargainQuestions>> {
  const { questions, bargain } = await answer(asked, query, doing, { questions: true });
  if (questions === null) throw new Error('questions were asked for and not given');
  const { open, packages, questions: all, audience, note } = questions;
  return copied({ open, packages, questions: all, audience, method: note, compartments: bargain.compartments });
}

/** The frontier and what each rule names, where every party has numbers. Throws a UserError that names the first lacking. */
export async function bargainExact(asked: AsOfRecord, { threads, signal }: BargainDoing): Promise<z.infer<typeof BargainExact>> {
  const bargain = preparedBargain(asked);
  const { domain } = bargain.orders;
  const input = bargainNumbers(bargain.orders);
  const { frontierNote, frontier, packages, exact, guarantee, rules } = await threads.run(
    { what: 'numbers', input, budgetMs: BUDGET_MS },
    signal,
  );
  return copied({
    ...namesIn(asked, domain),
    packages,
    exact,
    frontier,
    guarantee,
    rules: mapped(rules, ({ points, none, note }) => ({ points, none, method: note })),
    noDeal: input.profiles.map(({ partyId, noDeal }) =>
      noDeal.kind === 'level' ? noDeal.value : noDeal.kind === 'package' ? worthFor(input, partyId, noDeal.package) : null,
    ),
    proposals: bargain.proposals.flatMap(({ id, package: one }) =>
      one === null ? [] : [{ id, package: one, values: worthOf(input, one) }],
    ),
    method: frontierNote,
    compartments: bargain.compartments,
  });
}

/** The bargain by numbers as a file that Parley reads again. Throws a UserError where numbers are lacking. */
export function bargainFile(asked: AsOfRecord, as: 'csv' | 'json'): string {
  const { domain, profiles } = bargainNumbers(preparedBargain(asked).orders);
  return as === 'csv' ? spreadsheetText(domain, profiles) : parleyJson(domain, profiles);
}

async function answer(
  asked: AsOfRecord,
  { ratify, samples, seed, packages }: Asked,
  { threads, signal }: BargainDoing,
  more: { readonly openings?: boolean; readonly questions?: boolean } = {},
): Promise<CaseBargainView> {
  const bargain = preparedBargain(asked, ratificationOf(ratify) ?? undefined);
  const besides = bargain.proposals.flatMap((one) => (one.package === null ? [] : [one.package]));
  const input = { samples, seed, packages, besides, ...more };
  const found = await threads.run(
    { what: 'orders', orders: bargain.orders, input, budgetMs: hasAllNumbers(bargain.orders) ? NUMBERS_BUDGET_MS : BUDGET_MS },
    signal,
  );
  return { heldOn: asked.heldOn, bargain, ...found };
}

function worthFor(input: BargainInput, partyId: Id, chosen: BargainPackage): number | null {
  return worthOf(input, chosen)[input.profiles.findIndex((one) => one.partyId === partyId)] ?? null;
}

function proposalsOf({ bargain: { proposals } }: CaseBargainView, chosen: Readonly<Record<Id, Id>>): Id[] {
  return proposals.flatMap(({ id, package: one }) =>
    one !== null && Object.entries(one).every(([issueId, optionId]) => chosen[issueId] === optionId) ? [id] : [],
  );
}

function namesIn(asked: AsOfRecord, { parties, issues }: BargainDomain) {
  return {
    parties: parties.map(({ id }) => ({ id, name: nameOf(asked, 'party', id) })),
    issues: issues.map(({ id, options }) => {
      const issue = asked.record.of('issue').get(id)?.body;
      const nameOfOption = (option: { id: Id; name: string }) =>
        issue?.options.find((one) => one.id === option.id)?.name ?? { en: option.name };
      return { id, name: nameOf(asked, 'issue', id), options: options.map((option) => ({ id: option.id, name: nameOfOption(option) })) };
    }),
  };
}

function mapped<K extends string, T, U>(all: Readonly<Record<K, T>>, change: (one: T) => U): Record<K, U> {
  return Object.fromEntries(Object.entries<T>(all).map(([key, one]) => [key, change(one)])) as Record<K, U>;
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
