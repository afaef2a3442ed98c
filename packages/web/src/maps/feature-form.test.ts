import { expect, test } from 'vitest';
import { accuracyProblem, detailsOf, EMPTY_FEATURE, formOf, formProblem, phaseProblem } from './feature-form.ts';

test('what is left empty is not recorded', () => expect(detailsOf(EMPTY_FEATURE)).toEqual({}));

test('what is kept comes back as it was', () => {
  const kept = {
    partyId: 'a',
    category: 'buffer',
    version: 'second map',
    phase: 2,
    on: '2025-07',
    accuracyMeters: 200,
    madeHow: 'sketch',
    pCode: 'X1',
  } as const;
  expect(detailsOf(formOf({ ...kept, evidence: [] }, 'team'))).toEqual(kept);
  expect(formOf({ ...kept, evidence: [] }, 'team').compartment).toBe('team');
});

test('a phase is a whole number, an accuracy a distance, a date a date', () => {
  expect(phaseProblem('2')).toBeNull();
  expect(phaseProblem('2.5')).not.toBeNull();
  expect(phaseProblem('0')).not.toBeNull();
  expect(accuracyProblem('0')).toBeNull();
  expect(accuracyProblem('about 5')).not.toBeNull();
  expect(accuracyProblem('-1')).not.toBeNull();
  expect(formProblem({ ...EMPTY_FEATURE, on: 'in spring' })).not.toBeNull();
  expect(formProblem(EMPTY_FEATURE)).toBeNull();
});
