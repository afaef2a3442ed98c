import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  await desktop.parley('example', 'lake-ulvessa', 'lake.parley');
});
afterAll(() => desktop.remove());

it('checks a schedule of a case, exit code 3 where it is unsafe, and writes it with the day that D is', async () => {
  const { code, stdout } = await desktop.parley('exchange', 'check', 'lake.parley', '--schedule', 'bridging-paper-order', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ safe: false, delta: 2, firstUnsafe: { step: 2, party: 'ilduvia' } });
  const written = await desktop.shell(
    'parley exchange check lake.parley --schedule lists-at-once --out plan.ics > told.txt 2>&1; grep DTSTART plan.ics',
  );
  expect(written.stdout).toContain('DTSTART;VALUE=DATE:20240624');
});

it('asks which schedule, tells no more through a compartment than is in it, and sends a case without an exchange to the app', async () => {
  const mistake = (...args: string[]) => desktop.mistakeOf('exchange', ...args);
  expect((await mistake('check', 'lake.parley')).cure).toContain('--schedule');
  expect((await mistake('check', 'lake.parley', '--schedule', 'none')).message).toBe('there is no schedule "none"');
  const hidden = await mistake('lake.parley', '--compartments', 'public');
  expect(hidden.message).toContain('nobody has weighed');
  expect((await mistake('lake.parley', '--known-at', '2024-04-01')).message).toBe('the case has no exchange yet');
});
