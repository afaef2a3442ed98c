import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { readConflict } from './read-conflict.ts';
import { sensitivity } from './sensitivity.ts';
import { stabilityOf } from './stability-of.ts';

const A = { arcs: ['1>2'], preference: [1, 2, 3] };

function caught(document: unknown): UserError | undefined {
  try {
    readConflict(document);
  } catch (error) {
    return error as UserError;
  }
  return undefined;
}

describe('a document is refused, with what is at fault and a cure', () => {
  const with1 = (decider: unknown, states: unknown = [1, 2, 3]) => ({ states, deciders: { A: decider } });
  it.each<[string, unknown, RegExp]>([
    ['a list', [], /is no conflict/],
    ['no deciders', { states: [1] }, /the conflict has no "deciders"/],
    ['an empty list of deciders', { states: [1], deciders: {} }, /has no deciders/],
    ['no states', with1(A, []), /has no states/],
    ['a state twice, as number and word', with1(A, [1, 2, 3, '1']), /the state 1 is given twice/],
    ['a state that is a list', with1(A, [1, [2], 3]), /names a state by \[2\]/],
    ['a decider in words', with1('B'), /A is no decider/],
    ['no arcs', with1({ preference: [1, 2, 3] }), /A has no "arcs"/],
    ['an arc to nowhere', with1({ ...A, arcs: ['1>9'] }), /arc of A names a state that is not there: 9/],
    ['an arc that is none', with1({ ...A, arcs: ['1-2'] }), /not a move from one state to another: "1-2"/],
    ['no preference', with1({ arcs: [] }), /nothing is said of what A prefers/],
    ['a preference without a state', with1({ ...A, preference: [1, 2] }), /does not say where the state 3 stands/],
    ['a preference with a state twice', with1({ ...A, preference: [1, [2, 1], 3] }), /has the state 1 twice/],
    ['a preference with a strange state', with1({ ...A, preference: [1, 2, 3, 4] }), /names a state that is not there: 4/],
    [
      'an order in a circle',
      with1({
        arcs: [],
        better: [
          [1, 2],
          [2, 3],
          [3, 1],
        ],
      }),
      /goes in a circle: 1 over 2 over 3 over 1/,
    ],
    [
      'an order in a circle by what is equal',
      with1({
        arcs: [],
        better: [[1, 2]],
        equal: [
          [2, 3],
          [3, 1],
        ],
      }),
      /goes in a circle: 1 over 2/,
    ],
    ['a state better than itself', with1({ arcs: [], better: [[1, 1]] }), /goes in a circle: 1 over 1/],
    ['a comparison of three', with1({ arcs: [], better: [[1, 2, 3]] }), /is no pair of states/],
    ['two kinds of preference', with1({ ...A, better: [[1, 2]] }), /given in 2 ways: preference, better/],
    ['transitive in words', with1({ ...A, transitive: 'yes' }), /"transitive" of A is "yes"/],
    ['a run of a stranger', { ...with1(A), runs: [{ name: 'r', deciders: { B: {} } }] }, /changes "B", who is no decider/],
    ['a run without a name', { ...with1(A), runs: [{}] }, /run 1 has no "name"/],
    ['a cost below zero', { ...with1(A), costs: { lock: { A: -1 } } }, /a cost for A is -1/],
    ['a cost of something else', { ...with1(A), costs: { bribe: { A: 1 } } }, /costs are given of "bribe"/],
  ])('%s', (_, document, fault) => {
    const error = caught(document);
    expect(error).toBeInstanceOf(UserError);
    expect(error?.message).toMatch(fault);
    expect(error?.cure.length).toBeGreaterThan(5);
  });
});

describe('moves that do not add up', () => {
  const document = (transitive?: boolean) => ({
    states: [1, 2, 3],
    deciders: { A: { arcs: ['1>2', '2>3'], preference: [3, 1, 2], ...(transitive === undefined ? {} : { transitive }) } },
  });

  it('are taken one by one, as given, and the notes say so', () => {
    const { conflict } = readConflict(document());
    expect(conflict.notes).toEqual([expect.stringContaining('A can move from 1 to 2 and from 2 to 3, but not from 1 to 3 at once')]);
    expect(Array.from(stabilityOf(conflict).concepts.nash?.equilibria ?? [], conflict.stateName)).toEqual([1, 3]);
  });

  it('count as one where that is asked for', () => {
    const { conflict } = readConflict(document(true));
    expect(conflict.notes).toEqual([]);
    expect(Array.from(stabilityOf(conflict).concepts.nash?.equilibria ?? [], conflict.stateName)).toEqual([3]);
  });
});

it('a run puts its own in place of what the document says, and counts in how many runs a state holds', () => {
  const { conflict, runs } = readConflict({
    states: ['talk', 'walk'],
    deciders: { A: { arcs: ['talk>walk', 'walk>talk'], preference: ['talk', 'walk'] }, B: { arcs: [], preference: [['talk', 'walk']] } },
    runs: [
      { name: 'A is done with it', deciders: { A: { preference: ['walk', 'talk'] } } },
      { name: 'A has left for good', deciders: { A: { arcs: ['talk>walk'] } } },
      { name: 'A says nothing', deciders: { A: { better: [] } } },
    ],
  });
  const { equilibriumIn, complete } = sensitivity([{ name: 'as given', conflict }, ...runs]);
  expect(complete).toBe(true);
  // Where nothing is known of A's order, neither is necessarily stable.
  expect(Array.from(equilibriumIn.nash)).toEqual([2, 2]);
});

it('says what it does not know, and takes names and numbers alike', () => {
  const { ignored, conflict } = readConflict({
    states: [1, '2'],
    expected: {},
    colour: 'red',
    deciders: { A: { arcs: [[1, 2], '2>1'], preference: ['1', 2], mood: 1 } },
  });
  expect(ignored).toEqual(['colour', 'A: mood']);
  expect(conflict.findState('1')).toBe(0);
  expect(conflict.stateName(1)).toBe('2');
});
