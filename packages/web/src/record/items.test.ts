import { expect, test } from 'vitest';
import { itemsOf, marksOfItems, neighbour, nextSuggested } from './items.ts';

const statement = (id: string, start: number, status: 'suggested' | 'accepted' | 'rejected') => ({
  id,
  compartment: 'public',
  receivedAt: '2025-07-12T09:00:00.000Z',
  positions: [],
  statement: {
    sourceId: 's',
    speaker: { name: 'x', anonymous: false },
    relays: [],
    content: [{ start, end: start + 4, text: 'word' }],
    strength: 'asserts' as const,
    speech: 'indirect' as const,
    links: [],
    status,
  },
});
const figure = {
  id: 'f',
  figure: {
    sourceId: 's',
    span: { start: 15, end: 17, text: '40' },
    measure: 'trucks',
    low: 40,
    high: 40,
    qualifier: 'exactly' as const,
    status: 'suggested' as const,
  },
};
const page = {
  statements: [statement('c', 30, 'suggested'), statement('a', 0, 'accepted'), statement('b', 10, 'rejected')],
  figures: [figure],
};

test('statements and figures come in the order of the text', () => {
  expect(itemsOf(page, 'all').map(({ id }) => id)).toEqual(['a', 'b', 'f', 'c']);
  expect(itemsOf(page, 'kept').map(({ id }) => id)).toEqual(['a', 'f', 'c']);
  expect(itemsOf(page, 'open').map(({ id }) => id)).toEqual(['f', 'c']);
  expect(itemsOf(page, 'open', 'b').map(({ id }) => id)).toEqual(['b', 'f', 'c']);
});

test('one goes on and back, and starts at either end', () => {
  const items = itemsOf(page, 'kept');
  expect(neighbour(items, 'f', 1)?.id).toBe('c');
  expect(neighbour(items, undefined, 1)?.id).toBe('a');
  expect(neighbour(items, undefined, -1)?.id).toBe('c');
  expect(neighbour(items, 'c', 1)).toBeUndefined();
});

test('after a decision the next suggested one follows, round the end to the start', () => {
  const items = itemsOf(page, 'kept');
  expect(nextSuggested(items, 'a')?.id).toBe('f');
  expect(nextSuggested(items, 'c')?.id).toBe('f');
});

test('a figure is highlighted by its span', () => {
  expect(marksOfItems(itemsOf(page, 'open'))[0]).toEqual({ start: 15, end: 17, part: 'figure', ownerId: 'f', status: 'suggested' });
});
