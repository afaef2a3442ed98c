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

it('shows a name with what would drive a terminal taken out, and keeps its lines', () => {
  reportError(new UserError('no\u001b[31m\u0007.txt: there is no such file\n  a\rb', { cure: 'check\u202e the name' }));
  expect(said()).toBe('parley: no[31m.txt: there is no such file\n a b\ncheck the name\n');
});

it('says of a fault of ours that it is one, without its stack', () => {
  expect(reportError(new TypeError('nothing is not a function'))).toBe(1);
  expect(said()).toMatch(/^parley: something went wrong in Parley itself: nothing is not a function\n.*report/);
  expect(said()).not.toMatch(/\n\s+at /);
});
