/** An exact ratio of whole numbers in lowest terms, its bottom above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The largest bottom of a fraction that a floating-point number is taken to stand for: thirds, sevenths, 3/365. */
const LARGEST_BOTTOM = 1000;
/** Digits behind the point of a decimal that a number is taken to stand for; with more, numbers at random would fit. */
const DECIMALS = 10;
/** Digits that a decimal keeps through a floating-point number and back. */
const KEPT_DIGITS = 15;
/** What is closer to 0 is 0. */
const SMALLEST = 1e-200;
/** A few units in the last place: what a handful of additions leave. */
const NOISE = 2 ** -50;

/**
 * The number that a user meant by a floating-point number: 0.1 + 0.2 is 3/10, and 1 / 3 a third. A decimal of at most
 * 10 places or a fraction with a bottom of at most 1000 is taken where it lies within a few units in the last place;
 * any other number is taken as written where it has at most 15 digits, else exactly as it is stored.
 */
export function fractionOf(value: number): Fraction {
  if (Math.abs(value) < SMALLEST) return { top: 0n, bottom: 1n };
  if (Number.isInteger(value)) return { top: BigInt(value), bottom: 1n };
  const slack = Math.abs(value) * NOISE;
  for (let places = 1, ten = 10; places <= DECIMALS; places += 1, ten *= 10) {
    const top = Math.round(value * ten);
    if (Math.abs(top / ten - value) <= slack && Number.isSafeInteger(top)) return reduced(BigInt(top), BigInt(ten));
  }
  return smallFraction(value, slack) ?? asWritten(value) ?? asStored(value);
}

export function reduced(top: bigint, bottom: bigint): Fraction {
  const shared = greatestDivisor(top < 0n ? -top : top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.top, a.bottom * b.bottom);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

/** Throws a RangeError for a divisor of 0. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return b.top < 0n ? reduced(-a.top * b.bottom, -a.bottom * b.top) : reduced(a.top * b.bottom, a.bottom * b.top);
}

/** Below 0 where a is smaller, 0 where both are the same, above 0 where a is larger. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function numberOf({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom);
}

/** `395/6`, or `66` where it is whole. */
export function fractionText({ top, bottom }: Fraction): string {
  return bottom === 1n ? `${top}` : `${top}/${bottom}`;
}

/** The smallest whole number that both divide. */
export function commonMultiple(a: bigint, b: bigint): bigint {
  return a % b === 0n ? a : (a / greatestDivisor(a, b)) * b;
}

/** By continued fractions. */
function smallFraction(value: number, slack: number): Fraction | null {
  let [top, bottom, lastTop, lastBottom] = [1, 0, 0, 1];
  for (let rest = value, turn = 0; turn < 20; turn += 1) {
    const whole = Math.floor(rest);
    [top, lastTop] = [whole * top + lastTop, top];
    [bottom, lastBottom] = [whole * bottom + lastBottom, bottom];
    if (bottom > LARGEST_BOTTOM || !Number.isSafeInteger(top)) return null;
    if (Math.abs(top / bottom - value) <= slack) return reduced(BigInt(top), BigInt(bottom));
    if (rest === whole) return null;
    rest = 1 / (rest - whole);
  }
  return null;
}

function asWritten(value: number): Fraction | null {
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const [whole = '', rest = ''] = digits.split('.');
  if (whole.length + rest.length > KEPT_DIGITS + (value < 0 ? 1 : 0)) return null;
  const places = rest.length - Number(power);
  return places > 0 ? reduced(BigInt(whole + rest), 10n ** BigInt(places)) : null;
}

function asStored(value: number): Fraction {
  let [top, power] = [value, 0];
  while (!Number.isInteger(top)) {
    top *= 2;
    power += 1;
  }
  return reduced(BigInt(top), 2n ** BigInt(power));
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
