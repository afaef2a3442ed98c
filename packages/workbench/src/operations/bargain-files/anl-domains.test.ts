import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyseBargain } from '../bargain.ts';
import { readBargain } from './read-bargain.ts';

const root = fileURLToPath(new URL('../../../../..', import.meta.url));
const folder = join(resolve(root, process.env.PARLEY_DATA ?? '../shared/data'), 'anl2023');
const present = existsSync(folder);
if (!present) console.warn(`skipped: no domains at ${folder}; set PARLEY_DATA to the folder that holds anl2023/`);

/** A bid and its utilities, as published with a domain. */
interface Special {
  readonly bid: Record<string, string>;
  readonly utility: number[];
}
interface Specials {
  readonly size: number;
  readonly pareto_front: Special[];
  readonly nash: Special;
  readonly social_welfare: Special;
  readonly kalai: Special;
}

const domains = Array.from({ length: 25 }, (_, at) => `domain${String(at).padStart(2, '0')}`);

// The published values are sums of floats; ours are exact. 10 digits of weight times value are all there are.
const rounded = (values: readonly number[]): string => values.map((value) => value.toFixed(10)).join(' ');
const bidText = (bid: Readonly<Record<string, string>>): string =>
  Object.keys(bid)
    .sort()
    .map((issue) => `${issue}=${bid[issue]}`)
    .join(' ');
const publishedText = ({ bid, utility }: Special): string => `${rounded(utility)} ${bidText(bid)}`;

describe.skipIf(!present).each(domains)('%s', (domain) => {
  const file = (name: string) => ({ name, bytes: readFileSync(join(folder, domain, name)) });
  const specials = (): Specials => JSON.parse(readFileSync(join(folder, domain, 'specials.json'), 'utf8')) as Specials;

  it('has the published frontier, Nash point, welfare and least difference', async () => {
    const published = specials();
    const input = await readBargain(file(`${domain}.json`), [file('profileA.json'), file('profileB.json')]);
    const { packages, exact, frontier, rules } = analyseBargain(input, { mostPackages: 100, startLimits: () => ({}) });
    expect([packages, exact]).toEqual([String(published.size), true]);
    const listed = frontier.flatMap(({ values, packages: all }) => all.map((bid) => `${rounded(values)} ${bidText(bid)}`));
    expect(listed.sort()).toEqual(published.pareto_front.map(publishedText).sort());
    const named = (points: typeof frontier): string[] =>
      points.flatMap(({ values, packages: all }) => all.map((bid) => `${rounded(values)} ${bidText(bid)}`));
    expect(named(rules.nash.points)).toEqual([publishedText(published.nash)]);
    expect(named(rules.utilitarian.points)).toEqual([publishedText(published.social_welfare)]);
    // What these files call Kalai is none of our rules: the point of the frontier whose two utilities differ least.
    const difference = ({ values: [a = 0, b = 0] }: { values: readonly number[] }): number => Math.abs(a - b);
    const least = Math.min(...frontier.map(difference));
    expect(named(frontier.filter((point) => difference(point) === least))).toEqual([publishedText(published.kalai)]);
  });
});
