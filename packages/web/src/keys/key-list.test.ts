import { expect, test } from 'vitest';
import { en } from '../strings/en.ts';
import { KEYS, nameOfKey } from './key-list.ts';

const event = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('keys are named as the list writes them', () => {
  expect(nameOfKey(event('?'))).toBe('?');
  expect(nameOfKey(event('z', { ctrlKey: true }))).toBe('Ctrl+z');
  expect(nameOfKey(event('Z', { metaKey: true }))).toBe('Ctrl+z');
  expect(nameOfKey(event('ß', { altKey: true, code: 'KeyS' }))).toBe('Alt+s');
});

test('within a scope, and with what works everywhere, no key does two things', () => {
  const all = Object.values(KEYS);
  for (const scope of ['table', 'reading', 'correcting', 'exchange']) {
    const keys = all.filter((one) => one.scope === scope || one.scope === 'everywhere').flatMap((one) => one.keys);
    expect(keys.length).toBe(new Set(keys).size);
  }
});

test('every key says what it does', () => {
  for (const { label } of Object.values(KEYS)) expect(en[label]).toBeTruthy();
});
