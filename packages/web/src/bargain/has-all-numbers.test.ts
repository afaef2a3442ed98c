import { expect, test } from 'vitest';
import type { Priority } from '../api/types.ts';
import { hasAllNumbers } from './has-all-numbers.ts';

const range = (low: number, high = low) => ({ low, high });
const priority = (more: object) =>
  ({ partyId: 'n', importance: [], rankings: [], weights: [], values: [], comparisons: [], evidence: [], ...more }) as Priority;
const issues = [{ id: 'i', body: { options: ['a', 'b'].map((id) => ({ id, name: { en: id }, terms: [] })) } }];
const asked = (priorities: Priority[]) => hasAllNumbers({ partyIds: ['n'], issues, priorities });
const weights = [{ issueId: 'i', range: range(1) }];
const values = ['a', 'b'].map((optionId, at) => ({ issueId: 'i', optionId, range: range(at) }));

test('numbers are there only where every share and value is one number, in whatever notes', () => {
  expect(asked([priority({ weights, values })])).toBe(true);
  expect(asked([priority({ weights }), priority({ values })])).toBe(true);
  expect(asked([priority({ weights })])).toBe(false);
  expect(asked([priority({ weights, values: values.slice(1) })])).toBe(false);
  expect(asked([priority({ weights: [{ issueId: 'i', range: range(0.5, 1) }], values })])).toBe(false);
  expect(asked([priority({ weights, values, factionId: 'bloc' })])).toBe(false);
});
