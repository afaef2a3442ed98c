import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareFractions, dividedBy, fractionOf, fractionText, minus, numberOf, plus, times } from './fraction.ts';

it.each([
  [0.1 + 0.2, '3/10'],
  [1 - 0.9, '1/10'],
  [0.1 * 3, '3/10'],
  [1 / 3, '1/3'],
  [2 / 3 + 1 / 7, '17/21'],
  [-0.75, '-3/4'],
  [0.123456789012345, '24691357802469/200000000000000'],
  [-1.5e-7, '-3/20000000'],
  [1e15, '1000000000000000'],
  [0, '0'],
])('%d is meant as %s', (value, text) => {
  expect(fractionText(fractionOf(value))).toBe(text);
});

it('gives the number back to its last digits, whatever it is', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-200);
      expect(Math.abs(numberOf(fractionOf(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -49);
    }),
  );
});

it('adds, takes away, multiplies, divides and compares as whole numbers do', () => {
  const whole = fc.integer({ min: -50, max: 50 });
  const bottom = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(whole, bottom, whole, bottom, (a, b, c, d) => {
      const [one, other] = [fractionOf(a / b), fractionOf(c / d)];
      const crossed = a * d - c * b;
      expect(Math.sign(compareFractions(one, other))).toBe(Math.sign(crossed));
      expect(compareFractions(plus(minus(one, other), other), one)).toBe(0);
      if (c !== 0) expect(compareFractions(times(dividedBy(one, other), other), one)).toBe(0);
    }),
  );
});
