import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

const PUBLISHED = fileURLToPath(new URL('../../../../examples/published', import.meta.url));
const published = (path: string): string => readFileSync(`${PUBLISHED}/${path}`, 'utf8');

let desk: Desktop;
beforeAll(() => {
  desk = newDesktop();
  desk.write('five.json', published('exchange-five-items/exchange.json'));
  desk.write('barter.json', published('exchange-three-by-three/exchange.json'));
  desk.write('reported.csv', published('exchange-november-2023/schedule.csv'));
});
afterAll(() => desk.remove());

interface Planned {
  delta: number;
  exact: boolean;
  order: unknown[];
  exposure: Record<string, number>;
  optimalOrders: number;
}

describe('parley exchange', () => {
  it('prints the guarantee needed and an order, with the names of the items as the file has them', async () => {
    const five = JSON.parse((await desk.parley('exchange', 'five.json', '--json')).stdout) as Planned;
    expect(five).toMatchObject({ delta: 0, exact: true, order: [3, 0, 4, 1, 2] });
    expect(Object.keys(five.exposure)).toEqual(['supplier', 'demander']);
    const barter = JSON.parse((await desk.parley('exchange', 'barter.json', '--json')).stdout) as Planned;
    expect(barter).toMatchObject({ delta: 1, exact: true, optimalOrders: 32 });
    expect([...barter.order].sort()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2']);
  });

  it('checks a spreadsheet: the first unsafe step in words, and exit code 3', async () => {
    const { code, stdout } = await desk.parley('exchange', 'check', 'reported.csv');
    expect(code).toBe(3);
    expect(stdout.split('\n')[0]).toBe(
      'Unsafe from step 2 (D+1, 39 prisoners): israel does better to stop, by 13 × its weightiest tranche',
    );
    expect(stdout).toContain('The last tranche is never self-enforcing');
  });

  it('is content, exit code 0, once the guarantor holds what is needed', async () => {
    const file = { ...JSON.parse(published('exchange-november-2023/exchange.json')), guarantor: { name: 'G', deposits: { israel: 13 } } };
    desk.write('held.json', JSON.stringify(file));
    const { code, stdout } = await desk.parley('exchange', 'check', 'held.json', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ safe: true, firstUnsafe: null, delta: 13 });
  });

  it('writes the schedule to a file, and never over another', async () => {
    expect((await desk.parley('exchange', 'barter.json', '--out', 'annex.docx')).stderr).toBe('annex.docx\n');
    expect(readFileSync(desk.path('annex.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(await desk.mistakeOf('exchange', 'barter.json', '--out', desk.path('annex.docx'))).toMatchObject({
      message: expect.stringContaining('there already'),
    });
  });

  it('refuses what cannot be: a circle, a count below zero, a file that is no exchange', async () => {
    desk.write(
      'circle.json',
      JSON.stringify({
        A: { a: { cost: 1, value: 1 } },
        B: { b: { cost: 1, value: 1 } },
        before: [
          ['a', 'b'],
          ['b', 'a'],
        ],
      }),
    );
    expect((await desk.mistakeOf('exchange', 'circle.json')).message).toContain('circle');
    expect(
      (await desk.mistakeOf('exchange', desk.write('minus.csv', 'item,giver,receiver,count,cost,value\na,A,B,-1,1,1\n'))).message,
    ).toContain('row 2: count is -1');
    desk.write('broken.json', '{ "items": [');
    expect((await desk.mistakeOf('exchange', 'broken.json')).message).toContain('is broken JSON');
    expect((await desk.mistakeOf('exchange', 'check', 'barter.json')).message).toContain('has no schedule to check');
  });
});
