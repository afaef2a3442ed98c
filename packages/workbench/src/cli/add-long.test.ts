import { once } from 'node:events';
import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

const QUIET = 'The road by the harbour was closed for most of the morning, and the shops in the old town stayed shut.\n'.repeat(60);
const SAID = (day: number) => `On day ${day} the envoy said that more than ${day + 20} boats would sail if the gate opened.\n\n`;
const LONG = Array.from({ length: 250 }, (_, day) => QUIET + SAID(day)).join('');

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  desktop.write('long.txt', LONG);
  expect((await desktop.parley('new', 'talks.parley', '--title', 'Ferry talks')).code).toBe(0);
});
afterAll(() => desktop.remove());

const sizeOf = (name: string): number => statSync(desktop.path(name), { throwIfNoEntry: false })?.size ?? 0;

it('a long text that is being added when the program is killed leaves nothing, and is added whole the next time', {
  timeout: 90_000,
}, async () => {
  expect(LONG.length).toBeGreaterThan(1_500_000);
  const writer = desktop.start('add', 'talks.parley', 'long.txt');
  // Its bytes are in the file beside the case, and what is read in it comes after them.
  while (sizeOf('talks.parley-wal') < 500_000 && writer.exitCode === null) await wait(5);
  writer.kill('SIGKILL');
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(writer.signalCode).toBe('SIGKILL');
  expect((await desktop.parley('statements', 'talks.parley')).stdout).not.toContain('envoy');

  const again = await desktop.parley('add', 'talks.parley', 'long.txt', '--json');
  expect(again.stderr).toBe('');
  expect(JSON.parse(again.stdout)).toMatchObject({ added: [{ duplicateOf: null, suggested: 250, figures: 250 }], failed: [] });
  expect((await desktop.parley('verify', 'talks.parley')).code).toBe(0);
});
