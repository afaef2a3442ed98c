import fc from 'fast-check';
import { type BargainConstraint, type BargainDomain, brokenConstraints, type OptionOf, packageAt } from './domain.ts';
import type { AdditiveProfile } from './profile.ts';

/** A domain and its profiles, small enough to go through package by package. */
export interface SmallBargain {
  readonly domain: BargainDomain;
  readonly profiles: readonly AdditiveProfile[];
}

/** Small whole numbers, so that ties are many. */
const VALUE = fc.integer({ min: -3, max: 6 });

/** Two to five parties, up to five issues of up to four options, linked terms and constraints over any of them. */
export const smallBargain: fc.Arbitrary<SmallBargain> = fc
  .record({ parties: fc.integer({ min: 2, max: 5 }), sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }) })
  .chain(({ parties, sizes }) => {
    const issues = sizes.map((size, at) => ({
      id: `i${at}`,
      name: `Issue ${at}`,
      options: Array.from({ length: size }, (_, option) => ({ id: `o${option}`, name: `Option ${option}` })),
    }));
    const option: fc.Arbitrary<OptionOf> = fc.integer({ min: 0, max: sizes.length - 1 }).chain((issue) =>
      fc.record({
        issueId: fc.constant(`i${issue}`),
        optionId: fc.integer({ min: 0, max: (sizes[issue] ?? 1) - 1 }).map((one) => `o${one}`),
      }),
    );
    const options = (least: number) => fc.array(option, { minLength: least, maxLength: 3 });
    const constraint: fc.Arbitrary<BargainConstraint> = fc.oneof(
      fc.record({ kind: fc.constant('exclude' as const), options: options(2) }),
      fc.record({ kind: fc.constant('require' as const), when: options(1), needs: options(1) }),
      fc.record({ kind: fc.constant('floor' as const), option }),
    );
    const profile = (party: number): fc.Arbitrary<AdditiveProfile> =>
      fc.record({
        partyId: fc.constant(`p${party}`),
        weights: fc.constant(Object.fromEntries(issues.map(({ id }) => [id, 1]))),
        values: fc
          .tuple(...sizes.map((size) => fc.array(VALUE, { minLength: size, maxLength: size })))
          .map((all) =>
            Object.fromEntries(all.map((values, issue) => [`i${issue}`, Object.fromEntries(values.map((value, at) => [`o${at}`, value]))])),
          ),
        terms: fc.array(fc.record({ options: options(1), value: VALUE }), { maxLength: 2 }),
        noDeal: VALUE.map((value) => ({ kind: 'level' as const, value })),
      });
    return fc.record({
      domain: fc.record({
        issues: fc.constant(issues),
        parties: fc.constant(Array.from({ length: parties }, (_, at) => ({ id: `p${at}`, name: `Party ${at}` }))),
        constraints: fc.array(constraint, { maxLength: 3 }),
        missingMandates: fc.constant([]),
      }),
      profiles: fc.tuple(...Array.from({ length: parties }, (_, at) => profile(at))),
    });
  });

/** Every allowed package with its values, written down one by one and added up in plain words. */
export function everyPackage({ domain, profiles }: SmallBargain): { key: string; values: number[] }[] {
  let all: number[][] = [[]];
  for (const { options } of domain.issues) all = all.flatMap((places) => options.map((_, at) => [...places, at]));
  return all
    .filter((places) => brokenConstraints(domain, places).length === 0)
    .map((places) => {
      const chosen = packageAt(domain.issues, places);
      const values = profiles.map(({ weights, values: own, terms }) => {
        let sum = 0;
        for (const [issueId, optionId] of Object.entries(chosen)) sum += (weights[issueId] ?? 0) * (own[issueId]?.[optionId] ?? 0);
        for (const { options, value } of terms) if (options.every(({ issueId, optionId }) => chosen[issueId] === optionId)) sum += value;
        return sum;
      });
      return { key: JSON.stringify(chosen), values };
    });
}

/** Those that no other is at least as good as for all and better than for one. */
export function efficientOf(all: readonly { key: string; values: number[] }[]): { key: string; values: number[] }[] {
  return all.filter(
    ({ values }) =>
      !all.some(
        (other) =>
          other.values.every((value, at) => value >= (values[at] ?? 0)) && other.values.some((value, at) => value > (values[at] ?? 0)),
      ),
  );
}
