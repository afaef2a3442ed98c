import { UserError } from '@parley/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCondition } from './condition.ts';
import type { Conflict } from './conflict.ts';
import { conflictFromOptions, type OptionForm } from './option-form.ts';
import { stabilityOf } from './stability-of.ts';
import { storedMoves } from './stored-moves.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** All moves of a decider as `from>to`, by the states' names. */
function arcsOf(conflict: Conflict, decider: number): string[] {
  const buffer = new Uint32Array(conflict.moves[decider]?.most ?? 0);
  return Array.from({ length: conflict.stateCount }, (_, state) => state).flatMap((state) => {
    const count = conflict.moves[decider]?.from(state, buffer) ?? 0;
    return Array.from(buffer.subarray(0, count), (to) => `${conflict.stateName(state)}>${conflict.stateName(to)}`);
  });
}

function arcsBack(conflict: Conflict, decider: number): string[] {
  const buffer = new Uint32Array(conflict.moves[decider]?.most ?? 0);
  return Array.from({ length: conflict.stateCount }, (_, state) => state).flatMap((state) => {
    const count = conflict.moves[decider]?.to(state, buffer) ?? 0;
    return Array.from(buffer.subarray(0, count), (from) => `${conflict.stateName(from)}>${conflict.stateName(state)}`);
  });
}

const literal = fc.tuple(fc.constantFrom(...NAMES), fc.boolean()).map(([name, taken]) => (taken ? name : `not ${name}`));
const statement = fc.tuple(literal, fc.constantFrom('and', 'or', 'if', 'iff'), literal).map((parts) => parts.join(' '));
const forms = fc.record({
  owners: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
  oneWay: fc.array(fc.constantFrom(undefined, undefined, 'staysTaken' as const, 'staysDropped' as const), { minLength: 5, maxLength: 5 }),
  infeasible: fc.array(
    fc.tuple(literal, literal).map((pair) => pair.join(' and ')),
    { maxLength: 2 },
  ),
  barred: fc.array(fc.record({ decider: fc.constantFrom('d0', 'd1', 'd2'), from: literal, to: literal }), { maxLength: 1 }),
  wants: fc.array(fc.array(statement, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
});

/** The rules read by plain code: which combinations can be, and who may go from which to which. */
function plainArcs(form: typeof forms extends fc.Arbitrary<infer F> ? F : never, states: readonly string[], decider: number): string[] {
  const holds = (words: string, state: string): boolean => {
    const js = words.replace(/\bnot /g, '!').replace(/\b([a-e])\b/g, (_, name: string) => String(state[place(name)] === 'Y'));
    return js.split(' and ').every((part) => (part.startsWith('!') ? part === '!false' : part === 'true'));
  };
  // Options stand by decider in the table, so each name has a place of its own.
  const order = [0, 1, 2].flatMap((owner) => NAMES.filter((_, at) => form.owners[at] === owner));
  const place = (name: string): number => order.indexOf(name);
  return states.flatMap((from) =>
    states
      .filter((to) => to !== from && NAMES.every((name, at) => form.owners[at] === decider || from[place(name)] === to[place(name)]))
      .filter((to) => NAMES.every((name, at) => form.oneWay[at] !== 'staysTaken' || from[place(name)] !== 'Y' || to[place(name)] === 'Y'))
      .filter((to) => NAMES.every((name, at) => form.oneWay[at] !== 'staysDropped' || from[place(name)] !== 'N' || to[place(name)] === 'N'))
      .filter((to) => !form.barred.some((rule) => rule.decider === `d${decider}` && holds(rule.from, from) && holds(rule.to, to)))
      .map((to) => `${from}>${to}`),
  );
}

function formOf(form: typeof forms extends fc.Arbitrary<infer F> ? F : never): OptionForm {
  return {
    deciders: Object.fromEntries(
      [0, 1, 2].map((decider) => [
        `d${decider}`,
        {
          options: NAMES.flatMap((name, at) => {
            const oneWay = form.oneWay[at];
            if (form.owners[at] !== decider) return [];
            return [oneWay === undefined ? name : { name, oneWay }];
          }),
          statements: form.wants[decider] ?? [],
        },
      ]),
    ),
    infeasible: form.infeasible,
    barredMoves: form.barred,
  };
}

it('makes the moves that its rules allow, forward and backward, and the same stability as with stored arcs', () => {
  fc.assert(
    fc.property(forms, (random) => {
      const whole = Array.from({ length: 32 }, (_, code) => NAMES.map((_name, bit) => ((code >>> bit) & 1 ? 'Y' : 'N')).join(''));
      let conflict: Conflict;
      try {
        conflict = conflictFromOptions(formOf(random));
      } catch (error) {
        expect((error as Error).message).toBe('no combination of options can be');
        return;
      }
      const states = whole.filter((state) => conflict.findState(state) !== undefined);
      expect(states).toHaveLength(conflict.stateCount);
      const arcs = [0, 1, 2].map((decider) => plainArcs(random, states, decider));
      arcs.forEach((own, decider) => {
        expect(arcsOf(conflict, decider).sort()).toEqual(own.sort());
        expect(arcsBack(conflict, decider).sort()).toEqual(own.sort());
      });
      const place = (name: string): number => conflict.findState(name) as number;
      const moves = arcs.map((own) =>
        storedMoves(
          conflict.stateCount,
          own.flatMap((arc) => arc.split('>').map(place)),
        ),
      );
      const stored: Conflict = { ...conflict, moves };
      expect(stabilityOf(stored).concepts).toEqual(stabilityOf(conflict).concepts);
    }),
    { numRuns: 80 },
  );
});

describe('conditions in words', () => {
  const bitOf = (name: string): number | undefined => ({ a: 0, b: 1, c: 2, 'pull back': 3, 'cease-fire': 4, if: 5 })[name];
  const met = (words: string): number[] => {
    const holds = parseCondition(words, bitOf, 'a statement');
    return Array.from({ length: 64 }, (_, taken) => taken).filter(holds);
  };
  const all = (holds: (a: boolean, b: boolean, c: boolean) => boolean): number[] =>
    Array.from({ length: 64 }, (_, taken) => taken).filter((taken) => holds((taken & 1) > 0, (taken & 2) > 0, (taken & 4) > 0));

  it.each([
    ['a', all((a) => a)],
    ['not a', all((a) => !a)],
    ['-a', all((a) => !a)],
    ['not not a', all((a) => a)],
    ['a and b or c', all((a, b, c) => (a && b) || c)],
    ['a & (b | c)', all((a, b, c) => a && (b || c))],
    ['not (a or b) and c', all((a, b, c) => !(a || b) && c)],
    ['a if b', all((a, b) => a || !b)],
    ['a IF b and c', all((a, b, c) => a || !(b && c))],
    ['a iff b', all((a, b) => a === b)],
    ['a iff b if c', all((a, b, c) => a === (b || !c))],
    ['"pull back" and -cease-fire', Array.from({ length: 64 }, (_, taken) => taken).filter((taken) => (taken & 24) === 8)],
    ['"if" if a', Array.from({ length: 64 }, (_, taken) => taken).filter((taken) => (taken & 32) > 0 || (taken & 1) === 0)],
  ])('%s', (words, expected) => {
    expect(met(words)).toEqual(expected);
  });

  it.each([
    ['', 'missing at the end'],
    ['a and', 'missing at the end'],
    ['(a or b', 'bracket is not closed'],
    ['a b', '"b" is too much'],
    ['and a', '"and" stands where an option should'],
    ['a or fire', 'no decider has the option "fire"'],
  ])('refuses "%s"', (words, fault) => {
    expect(() => met(words)).toThrow(fault);
  });
});

it('puts states in order by the first statement that tells them apart; what none tells apart is tied', () => {
  const conflict = conflictFromOptions({
    deciders: { A: { options: ['a'], statements: ['not b', 'a'] }, B: { options: ['b', 'c'], statements: [] } },
  });
  const [order, none] = conflict.preferences;
  const ranks = ['YNN', 'YNY', 'NNN', 'NNY', 'YYN', 'NYY'].map(
    (name) => order?.kind === 'weak' && order.ranks[conflict.findState(name) as number],
  );
  expect(ranks).toEqual([3, 3, 2, 2, 1, 0]);
  expect(none).toMatchObject({ kind: 'weak', levels: 1 });
});

it('takes an option by its number in the table, as the field does', () => {
  const byNumber = conflictFromOptions({
    deciders: { A: { options: ['a'], statements: ['-3 & 1'] }, B: { options: ['b', 'c'], statements: [] } },
  });
  const byName = conflictFromOptions({
    deciders: { A: { options: ['a'], statements: ['not c and a'] }, B: { options: ['b', 'c'], statements: [] } },
  });
  expect(byNumber.preferences).toEqual(byName.preferences);
});

describe('is refused, with what is at fault and a cure', () => {
  const A = { options: ['a'], statements: ['a'] };
  it.each<[string, OptionForm, RegExp]>([
    ['no deciders', { deciders: {} }, /no deciders/],
    ['no options at all', { deciders: { A: { options: [], statements: [] } } }, /no decider has an option/],
    ['an option twice', { deciders: { A: { options: ['a', 'a'], statements: [] } } }, /A has the option "a" twice/],
    [
      'a statement on an option that nobody owns',
      { deciders: { A: { ...A, statements: ['b'] } } },
      /statement 1 of A: no decider has the option "b"/,
    ],
    ['an infeasibility on an option that nobody owns', { deciders: { A }, infeasible: ['b'] }, /no decider has the option "b"/],
    [
      'an option of two deciders, not said whose',
      { deciders: { A, B: { options: ['a'], statements: ['a'] } } },
      /several deciders have the option "a"/,
    ],
    ['a barred move of nobody', { deciders: { A }, barredMoves: [{ decider: 'B', from: 'a', to: 'not a' }] }, /"B", who is no decider/],
    [
      'a barred move of one called as what every object has',
      { deciders: { A }, barredMoves: [{ decider: 'toString', from: 'a', to: 'not a' }] },
      /"toString", who is no decider/,
    ],
    [
      'brackets within brackets without end',
      { deciders: { A: { ...A, statements: [`${'('.repeat(400)}a${')'.repeat(400)}`] } } },
      /more than 100 brackets/,
    ],
    ['"not" without end', { deciders: { A: { ...A, statements: [`${'not '.repeat(900)}a`] } } }, /more than 100 brackets/],
    ['a condition without end', { deciders: { A: { ...A, statements: [`a${' and a'.repeat(50_000)}`] } } }, /100001 words/],
    ['nothing that can be', { deciders: { A }, infeasible: ['a', 'not a'] }, /no combination of options can be/],
    ['a preference in two ways', { deciders: { A: { ...A, preference: ['Y', 'N'] } } }, /given in 2 ways: statements, preference/],
    ['no preference', { deciders: { A: { options: ['a'] } } }, /nothing is said of what A prefers/],
    ['a feasible state of another length', { deciders: { A }, feasible: ['YN'] }, /"YN" is no state of 1 options/],
    ['a feasible state twice', { deciders: { A }, feasible: ['Y', 'y'] }, /given twice/],
    [
      'too many options',
      {
        deciders: Object.fromEntries(
          [0, 1, 2].map((who) => [`d${who}`, { options: Array.from({ length: 9 }, (_, at) => `${who}-${at}`), statements: [] }]),
        ),
      },
      /27 options; the limit is 24/,
    ],
  ])('%s', (_, form, fault) => {
    const error = caught(() => conflictFromOptions(form));
    expect(error).toBeInstanceOf(UserError);
    expect(error?.message).toMatch(fault);
    expect(error?.cure.length).toBeGreaterThan(5);
  });

  it('but options of two deciders may have one name', () => {
    const conflict = conflictFromOptions({
      deciders: { A: { options: ['a'], statements: ['B.a'] }, B: { options: ['a'], statements: ['not A.a'] } },
    });
    expect(Array.from(stabilityOf(conflict).concepts.nash?.equilibria ?? [], conflict.stateName)).toHaveLength(4);
  });
});

function caught(run: () => unknown): UserError | undefined {
  try {
    run();
  } catch (error) {
    return error as UserError;
  }
  return undefined;
}
