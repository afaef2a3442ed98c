import { expect, test } from 'vitest';
import { en } from './en.ts';
import { pseudoRightToLeft } from './pseudo-right-to-left.ts';
import { fill, t } from './strings.ts';

test('a string with a singular is chosen by the count', () => {
  expect(t('table.caption.issues', { count: 1 })).toBe('1 issue');
  expect(t('table.caption.issues', { count: 1200 })).toBe('1,200 issues');
});

test('a parameter that is not given stays visible', () => expect(fill('to {where}', {})).toBe('to {where}'));

test('every string of the interface turns around, its parameters untouched', () => {
  const pseudo = pseudoRightToLeft(en);
  expect(Object.keys(pseudo)).toEqual(Object.keys(en));
  expect(pseudo['cell.title']).toBe('{party} \u202Eon\u202C {issue}');
  for (const entry of Object.values(pseudo)) expect(typeof entry === 'string' ? entry : entry.other).toMatch(/\u202E|^\W*(\{\w+\}\W*)+$/);
});
