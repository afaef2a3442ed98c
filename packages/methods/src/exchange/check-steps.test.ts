import { expect, it } from 'vitest';
import { checkSteps } from './check-steps.ts';
import { readExchange } from './read-exchange.ts';

const { exchange } = readExchange({ A: { a: { cost: 1, value: 2, count: 3 } }, B: { b: { cost: 1, value: 2 } } });
const step = (deliver: Record<string, number>) => ({
  day: 0,
  deliver: Object.entries(deliver).map(([item, count]) => ({ item, count })),
  pay: 0,
});

it('takes steps of the exchange, all of it or less', () => {
  expect(() => checkSteps(exchange, [step({ a: 2, b: 1 }), step({ a: 1 })])).not.toThrow();
  expect(() => checkSteps(exchange, [])).not.toThrow();
});

it('names the step with what is not in the exchange, or with more than there are', () => {
  expect(() => checkSteps(exchange, [step({ a: 1 }), step({ z: 1 })])).toThrow('step 2 delivers "z", which is not an item');
  expect(() => checkSteps(exchange, [step({ a: 2 }), step({ a: 2 })])).toThrow('step 2 delivers 2 of "a", of which 1 are left');
});
