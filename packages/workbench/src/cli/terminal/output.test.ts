import { afterEach, expect, it, vi } from 'vitest';
import { printWaiting } from './output.ts';

afterEach(() => vi.restoreAllMocks());

it('waits for whoever reads standard output where what is written is queued', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(false);
  let isDone = false;
  const printed = printWaiting('words').then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect([write.mock.calls.length, isDone]).toEqual([1, false]);
  process.stdout.emit('drain');
  await printed;
  write.mockReturnValue(true);
  await printWaiting('more');
});
