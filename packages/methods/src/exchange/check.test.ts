import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from './check.ts';
import { readExchange, readSchedule } from './read-exchange.ts';

const file = {
  A: { a0: { cost: 2, value: 5 }, a1: { cost: 3, value: 6 }, a2: { cost: 4, value: 4 } },
  B: { b0: { cost: 1, value: 4 }, b1: { cost: 3, value: 5 }, b2: { cost: 2, value: 3 } },
};
const { exchange } = readExchange(file);

describe('check', () => {
  it('begins with what each side still has to gain: 3 and 9', () => {
    expect(checkSchedule(exchange, readSchedule(['a0', 'b1', 'a1', 'b2', 'a2', 'b0'], exchange)).steps[0]?.margin).toEqual([3, 9]);
  });

  it('finds the first unsafe step, for whom and by how much, and is content with just that deposit', () => {
    // After b0, b1 and b2 the side A has received all its 12, and has costs of 9 to come.
    const schedule = readSchedule(['b0', 'b1', 'b2', 'a0', 'a1', 'a2'], exchange);
    const check = checkSchedule(exchange, schedule);
    expect(check.firstUnsafe).toMatchObject({ step: 4, party: 'A', shortBy: 9 });
    expect(check.deposits).toEqual({ A: 9, B: 0 });
    expect(checkSchedule(exchange, schedule, { deposits: { A: 9 } }).safe).toBe(true);
    expect(checkSchedule(exchange, schedule, { deposits: { A: 8.9 } }).firstUnsafe?.shortBy).toBeCloseTo(0.1);
    expect(check.exposure.B).toMatchObject({ greatest: 6, atStep: 3 });
    expect(check.exposure.A).toMatchObject({ greatest: 0, atStep: 0 });
  });

  it('counts what breaking off costs a side as it counts a deposit', () => {
    const staked = readExchange({ ...file, breakOff: { A: 9 } }).exchange;
    expect(checkSchedule(staked, readSchedule(['b0', 'b1', 'b2', 'a0', 'a1', 'a2'], staked)).safe).toBe(true);
  });

  it('says what is not delivered, and what keeps no rule', () => {
    const ruled = readExchange({
      A: { a: { cost: 1, value: 2, count: 2, verification: { days: 3 } } },
      B: { b: { cost: 1, value: 2, earliest: 'D+2' }, c: { cost: 1, value: 2 } },
      before: [{ first: 'a', next: 'b', after: 'verification' }],
      phases: [{ id: 'I', to: 'D+4', items: ['c'] }],
    }).exchange;
    const steps = (list: unknown) => readSchedule(list, ruled);
    const early = checkSchedule(
      ruled,
      steps([
        { day: 'D+1', deliver: { a: 1 } },
        { day: 'D+1', deliver: { b: 1 } },
      ]),
    );
    expect(early.broken.map(({ step, rule }) => [step, rule])).toEqual([
      [2, 'precedence'],
      [2, 'earliest'],
    ]);
    expect(early.undelivered).toEqual([
      { item: 'a', count: 1 },
      { item: 'c', count: 1 },
    ]);
    expect(early.safe).toBe(false);
    const unverified = checkSchedule(
      ruled,
      steps([
        { day: 0, deliver: { a: 2 } },
        { day: 2, deliver: { b: 1 } },
        { day: 5, deliver: { c: 1 } },
      ]),
    );
    expect(unverified.broken.map(({ step, rule }) => [step, rule])).toEqual([
      [2, 'verification'],
      [3, 'phase'],
    ]);
    // Without days, each step is on the first day on which it can be: b waits for the verification of a.
    const free = checkSchedule(ruled, steps(['a', 'a', 'c', 'b']));
    expect(free.steps.map(({ startDay }) => startDay)).toEqual([0, 0, 0, 3]);
    expect(free.broken).toEqual([]);
  });

  it('adds up exposure over days, and says what a slip, a failed verification and a withheld tranche do', () => {
    const dated = readExchange({
      A: { a: { cost: 3, value: 5, count: 2, verification: { days: 4, detection: 0.5 } } },
      B: { b: { cost: 2, value: 4, count: 2 } },
    }).exchange;
    const check = checkSchedule(
      dated,
      readSchedule(
        [
          { day: 0, deliver: { a: 1 } },
          { day: 2, deliver: { b: 1 } },
          { day: 3, deliver: { a: 1 } },
          { day: 8, deliver: { b: 1 } },
        ],
        dated,
      ),
    );
    // A is down by 3 for two days, then up by 1, then down by 2 for five days.
    expect(check.exposure.A).toEqual({ greatest: 3, atStep: 1, exposureDays: 3 * 2 + 2 * 5 });
    expect(check.whatIf.A?.withheldTranche).toEqual({ step: 2, by: 'B', exposure: 3 });
    expect(check.whatIf.A?.slippedDay).toEqual({ step: 2, exposureDays: 3 });
    // The first a turns out false on D+4: B has given one b for two a, of which one counts; the second, on D+7, likewise.
    expect(check.whatIf.B?.failedVerification).toBeNull();
    const oneForOne = checkSchedule(
      dated,
      readSchedule(
        [
          { day: 0, deliver: { a: 1 } },
          { day: 1, deliver: { b: 2 } },
          { day: 9, deliver: { a: 1 } },
        ],
        dated,
      ),
    );
    expect(oneForOne.whatIf.B?.failedVerification).toEqual({ step: 1, foundOutDay: 4, exposure: 4 });
    // Found out half the time, a false second a saves 3 and puts at stake the 1 that A has then still to gain; b is not verified.
    expect(check.depositsAgainstFalseDelivery).toEqual({ A: 2, B: 2 });
  });

  it('agrees with the definition, step by step, whatever the order and the batches', () => {
    const amounts = fc.record({ side: fc.boolean(), cost: fc.nat(20), value: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (list, joins) => {
          const items = list.map(({ side, cost, value }, at) => ({
            id: `i${at}`,
            giver: side ? 'A' : 'B',
            receiver: side ? 'B' : 'A',
            cost,
            value,
          }));
          const groups: string[][] = [];
          items.forEach(({ id }, at) => {
            if (at > 0 && joins[at]) groups.at(-1)?.push(id);
            else groups.push([id]);
          });
          const read = readExchange({ parties: ['A', 'B'], items });
          const check = checkSchedule(read.exchange, readSchedule(groups, read.exchange));
          const needed: Record<string, number> = { A: 0, B: 0 };
          groups.forEach((group, at) => {
            const rest = items.filter(({ id }) => groups.slice(at).flat().includes(id));
            for (const party of ['A', 'B']) {
              const stand = rest.reduce((sum, { giver, cost, value }) => sum + (giver === party ? -cost : value), 0);
              expect(check.steps[at]?.margin[party === 'A' ? 0 : 1]).toBe(stand);
              if (items.some(({ id, giver }) => group.includes(id) && giver === party))
                needed[party] = Math.max(needed[party] as number, -stand);
            }
          });
          expect(check.deposits).toEqual(needed);
          expect(check.delta).toBe(Math.max(needed.A as number, needed.B as number));
        },
      ),
      { numRuns: 200, seed: 11 },
    );
  });
});
