import { UserError } from '@parley/model';
import { afterEach, expect, it, vi } from 'vitest';
import { reportError } from './report-error.ts';

const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => written.mockClear());

const said = (): string => written.mock.calls.map(([text]) => String(text)).join('');

it('names the value and the cure of a mistake of the user', () => {
  expect(reportError(new UserError('"x" is not a date', { cure: 'write 2025' }))).toBe(2);
  expect(said()).toBe('parley: "x" is not a date\nwrite 2025\n');
});

it('says of a fault of ours that it is one, without its stack', () => {
  expect(reportError(new TypeError('nothing is not a function'))).toBe(1);
  expect(said()).toMatch(/^parley: something went wrong in Parley itself: nothing is not a function\n.*report/);
  expect(said()).not.toMatch(/\n\s+at /);
});
