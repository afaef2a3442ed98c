/**
 * Property tests draw the same cases on every machine, so that a change is judged by what it changed. New cases are
 * drawn on purpose: `PARLEY_SEED=any npx vitest run --project unit`, or with the number that a failure printed.
 */
import fc from 'fast-check';

const DEFAULT_SEED = 20_240_305;

const wanted = process.env.PARLEY_SEED ?? String(DEFAULT_SEED);
if (wanted !== 'any') {
  const seed = Number(wanted);
  if (!Number.isInteger(seed)) throw new Error(`PARLEY_SEED is "${wanted}": give a whole number, or "any"`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
