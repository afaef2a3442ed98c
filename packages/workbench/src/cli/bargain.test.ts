import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

let desktop: Desktop;
beforeAll(() => {
  desktop = newDesktop();
  const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url));
  copyFileSync(`${examples}worked/lake-ulvessa/bargain.csv`, desktop.path('talks.csv'));
  copyFileSync(`${examples}published/division-camp-david-1978/points.csv`, desktop.path('points.csv'));
  desktop.write('dark.csv', 'issue,option,A,B\nx,y,1,2\nx,z,2,1\n(no deal),,?,0\n');
});
afterAll(() => desktop.remove());

interface Point {
  readonly values: number[];
  readonly packages: Record<string, string>[];
}

describe('parley bargain', () => {
  it('prints exactly what scripts are promised', async () => {
    const { code, stdout, stderr } = await desktop.parley('bargain', 'talks.csv', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const view = JSON.parse(stdout) as { frontier: Point[]; nash: Point[] };
    expect(Object.keys(view)).toEqual([
      'parties',
      'packages',
      'exact',
      'frontier',
      'nash',
      'kalaiSmorodinsky',
      'egalitarian',
      'utilitarian',
    ]);
    expect(view).toMatchObject({ parties: ['Ilduvian Union', 'Toldrane Council'], packages: '180', exact: true });
    for (const { values, packages } of view.frontier) {
      expect(values).toHaveLength(2);
      for (const one of packages) expect(Object.keys(one)).toHaveLength(4);
    }
    // 45 per cent of the water, the shore road, all for all, the commission: 16 + 25 + 20 + 9, and 24 + 6 + 5 + 24.
    expect(view.nash.map(({ values }) => values)).toEqual([[70, 59]]);
  });

  it('says in full what rule, source and limits a result has', async () => {
    const { stdout } = await desktop.parley('bargain', 'talks.csv', '--json', '--full', '--points', '3');
    const view = JSON.parse(stdout) as {
      exact: boolean;
      guarantee: number[];
      notes: Record<string, { source: string; complete: boolean }>;
    };
    expect([view.exact, view.guarantee.length]).toEqual([false, 2]);
    expect(view.notes.nash?.source).toMatch(/^Nash 1950/);
    expect(view.notes.frontier?.complete).toBe(false);
  });

  it('shows people the rules in words, and that a rule cannot be taken where no deal is not known', async () => {
    const shown = await desktop.parley('bargain', 'talks.csv');
    expect(shown.stdout).toContain('180 packages allowed, 23 points on the frontier');
    expect(shown.stdout).toContain('Water share of the lowland: 45 per cent');
    const dark = await desktop.parley('bargain', 'dark.csv');
    expect(dark.stdout).toContain('A: no deal: not known');
    expect(dark.stdout).toContain('not computed: what no deal is worth is not known for every party');
  });

  it('reports an issue that a delegation may not decide, and rules nothing out for it', async () => {
    await desktop.parley('bargain', 'talks.csv', '--export', 'mandates.json', '--json');
    const bargain = JSON.parse(readFileSync(desktop.path('mandates.json'), 'utf8')) as object;
    desktop.write(
      'mandates.json',
      JSON.stringify({ ...bargain, missingMandates: [{ partyId: 'Toldrane Council', issueId: 'Ceasefire line' }] }),
    );
    const { stdout } = await desktop.parley('bargain', 'mandates.json');
    expect(stdout).toContain('Toldrane Council: its delegation may not decide Ceasefire line');
    expect(stdout).toContain('180 packages allowed');
  });

  it('divides points by Adjusted Winner', async () => {
    const { stdout } = await desktop.parley('bargain', 'points.csv', '--divisible');
    expect(stdout).toContain('Egypt: 395/6 (about 65.83) of its points\n  5/6 of Sinai\n  Palestinian rights\n');
  });

  it('writes the bargain, and replaces no file unasked', async () => {
    expect((await desktop.parley('bargain', 'talks.csv', '--export', 'out.csv', '--json')).code).toBe(0);
    const again = await desktop.parley('bargain', 'out.csv', '--json');
    expect(again.stdout).toBe((await desktop.parley('bargain', 'talks.csv', '--json')).stdout);
    const before = readFileSync(desktop.path('out.csv'), 'utf8');
    const refused = await desktop.parley('bargain', 'dark.csv', '--export', 'out.csv');
    expect([refused.code, readFileSync(desktop.path('out.csv'), 'utf8')]).toEqual([2, before]);
  });

  it.each([
    [['bargain', 'nowhere.csv'], 'there is no such file'],
    [['bargain', 'talks.csv', '--tolerance', 'little'], '--tolerance is "little"'],
    [['bargain', 'talks.csv', '--points', '0'], '--points'],
    [['bargain', 'points.csv'], 'has no columns "issue" and "option"'],
    [['bargain', 'talks.csv', '--divisible'], 'lists options'],
    [['bargain', 'points.csv', 'talks.csv', '--divisible'], 'is one file too many'],
    [['bargain', 'talks.csv', '--export', 'out.pdf'], 'ends neither in .csv nor in .json'],
  ])('refuses %j', async (args, words) => {
    const { message, cure } = await desktop.mistakeOf(...args.map((arg) => (arg.endsWith('.csv') ? desktop.path(arg) : arg)));
    expect(message).toContain(words);
    expect(cure).not.toBe('');
  });
});
