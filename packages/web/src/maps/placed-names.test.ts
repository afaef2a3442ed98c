import { expect, it } from 'vitest';
import { placedOnce } from './placed-names.ts';

it('keeps two places that bear one name apart, and takes each once from several maps', () => {
  const [one, other] = [
    { id: 'a', name: 'Clinic' },
    { id: 'b', name: 'Clinic' },
  ];
  expect(placedOnce([[one, other], null, [other]])).toEqual([one, other]);
});
