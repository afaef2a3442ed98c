import { RULES } from './rules.ts';

/** A point that a rule names or that somebody put forward, with the letter by which plot and table know it. */
export interface NamedPoint {
  readonly letter: string;
  readonly values: readonly number[];
  readonly isProposal: boolean;
}

type Values = readonly number[];

/** The named points; those of the same values share a letter, so that names do not run over each other. */
export function namedPoints({
  rules,
  proposals,
}: {
  readonly rules: Readonly<Record<(typeof RULES)[number], { readonly points: readonly { readonly values: Values }[] }>>;
  readonly proposals: readonly { readonly values: Values }[];
}): NamedPoint[] {
  const found: NamedPoint[] = [];
  const add = (values: Values, isProposal: boolean) => {
    if (letterOf(found, values) !== '') return;
    found.push({ letter: String.fromCharCode(65 + (found.length % 26)), values, isProposal });
  };
  for (const rule of RULES) for (const { values } of rules[rule].points) add(values, false);
  for (const { values } of proposals) add(values, true);
  return found;
}

/** The letter of a point; empty where it has none. */
export function letterOf(named: readonly NamedPoint[], values: Values): string {
  return named.find((one) => one.values.every((value, at) => value === values[at]))?.letter ?? '';
}
