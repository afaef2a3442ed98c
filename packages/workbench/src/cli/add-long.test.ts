import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

const QUIET = 'The road by the harbour was closed for most of the morning, and the shops in the old town stayed shut.\n'.repeat(60);
const SAID = (day: number) => `On day ${day} the envoy said that more than ${day + 20} boats would sail if the gate opened.\n\n`;
const DAYS = 170;
const LONG = Array.from({ length: DAYS }, (_, day) => QUIET + SAID(day)).join('');

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  desktop.write('long.txt', LONG);
  expect((await desktop.parley('new', 'first.parley', '--title', 'Ferry talks')).code).toBe(0);
});
afterAll(() => desktop.remove());

it('a long text that is being added when the program is killed is recorded whole or not at all', { timeout: 90_000 }, async () => {
  expect(LONG.length).toBeGreaterThan(1_048_576);
  const began = performance.now();
  await once(desktop.start('add', 'first.parley', 'long.txt'), 'exit');
  const tookMs = performance.now() - began;

  let cutShort = 0;
  for (const share of [0.3, 0.6, 0.9]) {
    const name = `killed-${share}.parley`;
    expect((await desktop.parley('new', name, '--title', 'Ferry talks')).code).toBe(0);
    const writer = desktop.start('add', name, 'long.txt');
    await Promise.race([wait(share * tookMs), once(writer, 'exit')]);
    writer.kill('SIGKILL');
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const { stdout } = await desktop.parley('statements', name);
    const recorded = stdout.match(/the envoy$/gm)?.length ?? 0;
    expect([0, DAYS]).toContain(recorded);
    if (writer.signalCode === 'SIGKILL' && recorded === 0) cutShort += 1;

    const again = JSON.parse((await desktop.parley('add', name, 'long.txt', '--json')).stdout);
    expect(again.failed).toEqual([]);
    if (recorded === 0) expect(again.added).toMatchObject([{ duplicateOf: null, suggested: DAYS, figures: DAYS }]);
    expect((await desktop.parley('verify', name)).code).toBe(0);
  }
  expect(cutShort).toBeGreaterThan(0);
});
