import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  expect((await desktop.parley('example', 'lake-ulvessa', 'lake.parley')).code).toBe(0);
});
afterAll(() => desktop.remove());

describe('parley terrain export', () => {
  it('writes a sheet through the compartments asked for, and says which', async () => {
    const { code, stdout, stderr } = await desktop.parley(
      ...['terrain', 'export', 'lake.parley', '--out', 'lake.pdf', '--compartments', 'public', '--json'],
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ file: 'lake.pdf', compartments: ['public'], told: [] });
    expect(readFileSync(desktop.path('lake.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('prints a table with figures, people with their year, by Excel’s leave', async () => {
    const { code, stdout, stderr } = await desktop.parley(
      ...['terrain', 'export', 'lake.parley', '--format', 'csv', '--table', 'comparison', '--population', 'census-2018', '--bom'],
    );
    expect(code, stderr).toBe(0);
    expect(stdout.startsWith('\ufeffmap,figure,of,value,least,most,unit,note')).toBe(true);
    expect(stdout).toMatch(/people,,\d/);
    expect(stdout).toContain('2018');
    expect(stderr).toContain('from ');
  });

  it('refuses what it cannot write, and what is there', async () => {
    const mistake = (...args: string[]) => desktop.mistakeOf('terrain', 'export', 'lake.parley', ...args);
    expect((await mistake()).cure).toContain('--out map.pdf');
    expect((await mistake('--format', 'pdf')).cure).toContain('--out map.pdf');
    expect((await mistake('--format', 'png')).cure).toContain('geojson');
    expect((await mistake('--format', 'svg', '--ids', 'nothing')).message).toContain('no map feature "nothing"');
    desktop.write('taken.kml', 'mine');
    expect((await mistake('--out', desktop.path('taken.kml'))).message).toContain('is there already');
  });
});
