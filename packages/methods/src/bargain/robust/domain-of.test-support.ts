import type { BargainConstraint, BargainDomain } from '../domain.ts';

/** A domain with issues A, B, … of so many options each, named A1, A2, …, and parties p, q, … */
export function domainOf(
  sizes: readonly number[],
  { parties = 2, constraints = [] }: { parties?: number; constraints?: readonly BargainConstraint[] } = {},
): BargainDomain {
  return {
    issues: sizes.map((size, issue) => {
      const id = letter('A', issue);
      return {
        id,
        name: id,
        options: Array.from({ length: size }, (_, option) => ({ id: `${id}${option + 1}`, name: `${id}${option + 1}` })),
      };
    }),
    parties: Array.from({ length: parties }, (_, party) => ({ id: letter('p', party), name: letter('P', party) })),
    constraints,
    missingMandates: [],
  };
}

function letter(first: string, place: number): string {
  return String.fromCharCode(first.charCodeAt(0) + place);
}
