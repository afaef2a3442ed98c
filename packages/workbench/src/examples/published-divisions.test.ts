import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { adjustedWinner } from '@parley/methods';
import { describe, expect, it } from 'vitest';
import { readPoints } from '../operations/bargain-files/read-points.ts';

const FOLDER = fileURLToPath(new URL('../../../../examples/published/', import.meta.url));
const slugs = readdirSync(FOLDER).filter((slug) => slug.startsWith('division-'));

interface Known {
  readonly isRecalled: boolean;
  readonly expected: { scaled: boolean; each: string; split: string; parts?: Record<string, [string, string]> }[];
}

it('the published divisions are there', () => {
  expect(slugs).toEqual(['division-camp-david-1978', 'division-panama-canal-1974', 'division-two-goods']);
});

describe.each(slugs)('%s', (slug) => {
  const known = JSON.parse(readFileSync(`${FOLDER}${slug}/expected.json`, 'utf8')) as Known;

  it('says that its points are recalled, where they are', () => {
    expect(readFileSync(`${FOLDER}${slug}/README.md`, 'utf8').includes('as recalled')).toBe(known.isRecalled);
  });

  it.each(known.expected)('is divided as known: %o', async ({ scaled, each, split, parts = {} }) => {
    const table = await readPoints({ name: 'points.csv', bytes: readFileSync(`${FOLDER}${slug}/points.csv`) });
    const division = adjustedWinner(table, { scaled });
    expect(division.totals.map(({ exact }) => exact)).toEqual([each, each]);
    expect(division.split).toBe(split);
    for (const [issue, expected] of Object.entries(parts))
      expect(division.shares.find((share) => share.issue === issue)?.parts.map(({ exact }) => exact)).toEqual(expected);
  });
});
