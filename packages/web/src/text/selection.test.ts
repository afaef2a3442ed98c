import { expect, test } from 'vitest';
import { placeInText, type TextNodeLike, trimmedStretch, wholeWords } from './selection.ts';

type Node = { -readonly [K in keyof TextNodeLike]: TextNodeLike[K] };

function element(start: number | null, ...children: Node[]): Node {
  const node: Node = { nodeType: 1, childNodes: children, parentNode: null, dataset: start === null ? {} : { start: String(start) } };
  for (const child of children) child.parentNode = node;
  return node;
}
const words = (): Node => ({ nodeType: 3, childNodes: [], parentNode: null });

test('a point in a marked stretch is its start and the offset', () => {
  const inner = words();
  element(100, element(120, inner));
  expect(placeInText(inner, 7)).toBe(127);
});

test('a point given as the n-th child of a paragraph is where that child begins', () => {
  const paragraph = element(100, element(100, words()), element(130, words()));
  expect(placeInText(paragraph, 1)).toBe(130);
});

test('a range that ends at the head of the next paragraph ends there', () => {
  expect(placeInText(element(200, element(200, words())), 0)).toBe(200);
});

test('a range that ends after the last child of a paragraph ends with it', () => {
  const paragraph = element(100, element(100, words()));
  paragraph.dataset = { start: '100', end: '160' };
  expect(placeInText(paragraph, 1)).toBe(160);
});

test('a point outside the text is no place in it', () => {
  const elsewhere = words();
  element(null, elsewhere);
  expect(placeInText(elsewhere, 3)).toBeNull();
});

test('a stretch dragged backwards or with spaces around comes out clean', () => {
  expect(trimmedStretch('say  the words ', 15, 3)).toEqual({ start: 5, end: 14 });
  expect(trimmedStretch('   ', 0, 3)).toBeNull();
});

test('a drag that begins or ends within a word takes the whole word, in any script', () => {
  const text = 'would consider المساعدات now';
  expect(wholeWords(text, { start: 8, end: 18 })).toEqual({ start: 6, end: 24 });
  expect(wholeWords(text, { start: 5, end: 6 })).toEqual({ start: 5, end: 6 });
});
