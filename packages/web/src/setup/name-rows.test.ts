import { expect, test } from 'vitest';
import { labelOf, partId, rowsOf, termsOf } from './name-rows.ts';

test('a name comes back from its rows, empty rows left out', () => {
  const label = { en: 'The North', ar: 'الشمال' };
  expect(labelOf([...rowsOf(label), { key: 9, text: ' ', language: 'he', languageChosen: true }])).toEqual(label);
});

test('a new name starts with one empty row', () => expect(rowsOf({})).toHaveLength(1));

test('terms are separated by commas of either script, each once', () => {
  expect(termsOf('aid, convoys ،قوافل, aid,')).toEqual(['aid', 'convoys', 'قوافل']);
});

test('an id is made from the name and unlike those taken', () => {
  expect(partId('The Déléguation (East)', [])).toBe('the-deleguation-east');
  expect(partId('Joint board', ['joint-board', 'joint-board-2'])).toBe('joint-board-3');
  expect(partId('المساعدات', [])).toBe('part');
  expect(partId('x'.repeat(80), [])).toHaveLength(50);
});
