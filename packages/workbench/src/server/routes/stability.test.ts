import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, refusal, type SmallCase, smallCase, startBench, statementOf, TOKEN } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
let conflictId: string;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  conflictId = await addTo(bench, small.url, 'conflict', {
    title: { en: 'Patrols' },
    deciders: [
      { id: 'n', partyId: small.north, options: [option('n-arms'), option('leave', { issueId: small.issue, optionId: 'leave' })] },
      { id: 's', partyId: small.south, options: [option('s-arms')] },
    ],
    infeasible: [{ anyOf: [{ taken: ['n-arms', 'leave'] }] }],
    states: [
      { id: 'peace', name: { en: 'Peace' }, taken: [] },
      { id: 'both', name: { en: 'Both arm' }, taken: ['n-arms', 's-arms'] },
      { id: 'never', name: { en: 'Armed and gone' }, taken: ['n-arms', 'leave'] },
    ],
  });
});
afterEach(() => bench.close());

const option = (id: string, link?: { issueId: string; optionId: string }) => ({ id, name: { en: id }, ...(link && { link }) });
const holds = (taken: string[], left: string[] = []) => ({ holds: { anyOf: [{ taken, left }] } });
const prefer = (deciderId: string, statements: object[], compartment?: string) =>
  addTo(bench, small.url, 'preference', { conflictId, deciderId, statements }, compartment);
/** Each wants above all that the other does not arm, then to arm itself: a prisoners' dilemma. */
const dilemma = async () => {
  await prefer('n', [holds([], ['s-arms']), holds(['n-arms']), holds([], ['leave'])]);
  await prefer('s', [holds([], ['n-arms']), holds(['s-arms'])]);
};

interface View {
  stateCount: number;
  equilibria: Record<string, { stable: number; possible: number }>;
  states: {
    state: string;
    namedId: string | null;
    equilibrium: Record<string, string>;
    equilibriumIn: Record<string, number>;
    stableFor: Record<string, Record<string, string>>;
  }[];
  waysOfReading: number;
  infeasibleNamed: string[];
  assumptions: string[];
  compartments: string[];
}
const view = (query = '') => ok<View>(bench.call('GET', `${small.url}/stability/${conflictId}${query}`));
const named = ({ states }: View, id: string) => states.find(({ namedId }) => namedId === id);

describe('stability', () => {
  test('a prisoners’ dilemma: arming holds without foresight, peace holds once they look ahead', async () => {
    await dilemma();
    const found = await view();
    // Three options, less the two states in which the north is armed and gone.
    expect(found.stateCount).toBe(6);
    expect(named(found, 'both')?.equilibrium).toMatchObject({ nash: 'stable', seq: 'stable' });
    expect(named(found, 'peace')?.equilibrium).toMatchObject({ nash: 'unstable', gmr: 'stable', seq: 'stable' });
    expect(found.infeasibleNamed).toEqual(['never']);
    expect(found.equilibria.nash).toEqual({ stable: 1, possible: 1 });
  });

  test('where nothing is recorded of what one wants, every comparison of it is open', async () => {
    await prefer('n', [holds([], ['s-arms']), holds(['n-arms'])]);
    const found = await view();
    expect(named(found, 'both')?.stableFor).toMatchObject({ n: { nash: 'stable' }, s: { nash: 'possible' } });
    expect(found.assumptions.join(' ')).toContain('Nothing is recorded of what Southern Assembly want');
    const { status, message } = await refusal(bench.call('GET', `${small.url}/stability/${conflictId}/states/NNN/guarantees`));
    expect({ status, message }).toEqual({ status: 400, message: 'nothing is recorded of what Southern Assembly wants' });
  });

  test('deciders whose ids are numbers keep their names, options and wishes', async () => {
    conflictId = await addTo(bench, small.url, 'conflict', {
      title: { en: 'By number' },
      deciders: [
        { id: '2', partyId: small.north, options: [option('n-arms')] },
        { id: '1', partyId: small.south, options: [option('s-arms')] },
      ],
      states: [{ id: 'north', name: { en: 'Only the north arms' }, taken: ['n-arms'] }],
    });
    await prefer('2', [holds(['n-arms'])]);
    await prefer('1', [holds([], ['s-arms'])]);
    const found = await view();
    expect(named(found, 'north')?.equilibrium.nash).toBe('stable');
    const { stories } = await ok<{ stories: { deciderId: string; sentences: string[] }[] }>(
      bench.call('GET', `${small.url}/stability/${conflictId}/states/NN?concept=nash`),
    );
    expect(stories.find(({ deciderId }) => deciderId === '2')?.sentences.join(' ')).toContain('Northern Council');
  });

  test('the story of a state names the move, the answer and the end', async () => {
    await dilemma();
    const { stories, moves } = await ok<{
      stories: { deciderId: string; verdict: string; sentences: string[] }[];
      moves: { to: string }[];
    }>(bench.call('GET', `${small.url}/stability/${conflictId}/states/NNN?concept=seq`));
    expect(stories[0]).toMatchObject({ deciderId: 'n', verdict: 'stable' });
    expect(stories[0]?.sentences).toEqual([
      'Northern Council would gain if it takes “n-arms”. Then Southern Assembly takes “s-arms”, which makes “Both arm”. For Northern Council that is worse than “Peace”.',
    ]);
    expect(moves.map(({ to }) => to).sort()).toEqual(['NNY', 'NYN', 'YNN']);
  });

  test('what would make a state hold is asked of each way of reading a decider', async () => {
    await dilemma();
    await prefer('s', [holds(['s-arms']), holds([], ['n-arms'])]);
    const found = await ok<{ readings: { holds: boolean; answers: { kind: string; sentences: string[] }[] }[] }>(
      bench.call('GET', `${small.url}/stability/${conflictId}/states/NNN/guarantees?concept=nash`),
    );
    expect(found.readings).toHaveLength(2);
    for (const { holds: already, answers } of found.readings) {
      expect(already).toBe(false);
      // Without foresight nothing but the movers' own minds, costs or means can help.
      expect(answers.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['promotion', 'penalty', 'lock']));
    }
    expect(found.readings[0]?.answers.find(({ kind }) => kind === 'lock')?.sentences).toEqual([
      'Northern Council can no longer move from “Peace” to a state with “n-arms”.',
      'Southern Assembly can no longer move from “Peace” to a state with “s-arms”.',
    ]);
  });

  test('a reading in a compartment counts for those who look through it, and leaves no trace for others', async () => {
    const team = await addTo(bench, small.url, 'compartment', { name: { en: 'Team' } });
    await dilemma();
    await prefer('s', [holds([], ['s-arms'])], team);
    const whole = await view();
    const open = await view('?compartments=public');
    expect(named(whole, 'both')?.stableFor.s?.nash).toBe('possible');
    // By the one reading the south stays armed, by the other it would rather not be.
    expect(whole.waysOfReading).toBe(2);
    expect(named(whole, 'both')?.equilibriumIn?.nash).toBe(1);
    expect(whole.compartments).toEqual([team]);
    expect(named(open, 'both')?.stableFor.s?.nash).toBe('stable');
    expect(open.compartments).toEqual(['public']);
    expect(JSON.stringify(open)).not.toContain('readings":2');
  });

  test('positions offer a preference with the statements behind it, and record nothing', async () => {
    const statementId = await addTo(bench, small.url, 'statement', statementOf(small));
    await addTo(bench, small.url, 'position', {
      partyId: small.north,
      issueId: small.issue,
      optionId: 'leave',
      stance: 'rejects',
      voice: 'official',
      evidence: [statementId],
    });
    const offered = await ok<{ statements: object[] }>(bench.call('GET', `${small.url}/stability/${conflictId}/offered-preferences/n`));
    expect(offered.statements).toEqual([{ holds: { anyOf: [{ taken: [], left: ['leave'] }] }, evidence: [statementId] }]);
    expect(await ok<object[]>(bench.call('GET', `${small.url}/preference`))).toEqual([]);
  });

  test.each(['csv', 'json', 'table'])('the option form goes out as %s', async (as) => {
    await dilemma();
    const reply = await bench.app.inject({
      url: `${small.url}/stability/${conflictId}/form/${as}`,
      headers: { host: '127.0.0.1:4870', authorization: `Bearer ${TOKEN}` },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-disposition']).toMatch(/^attachment/);
    expect(reply.body).toContain('Northern Council');
    expect(reply.body).toContain('n-arms');
  });

  test('two deciders of a file that are one party in the case are refused', async () => {
    const deciders = {
      'Northern Council': { options: ['a'], statements: ['a'] },
      'northern council': { options: ['b'], statements: ['b'] },
    };
    const base64 = Buffer.from(JSON.stringify({ deciders })).toString('base64');
    const { status, message } = await refusal(bench.call('POST', `${small.url}/stability`, { fileName: 'twice.json', base64 }));
    expect({ status, message }).toEqual({ status: 400, message: '"Northern Council" and "northern council" are one party in this case' });
  });

  test('what went out as a file comes in again as the same conflict, one undo takes it back', async () => {
    await dilemma();
    const file = await bench.app.inject({
      url: `${small.url}/stability/${conflictId}/form/csv`,
      headers: { host: '127.0.0.1:4870', authorization: `Bearer ${TOKEN}` },
    });
    const imported = await ok<{ conflictId: string; entries: { id: string }[] }>(
      bench.call('POST', `${small.url}/stability`, { fileName: 'patrols.csv', base64: Buffer.from(file.body).toString('base64') }),
    );
    const [again, first] = await Promise.all([ok<View>(bench.call('GET', `${small.url}/stability/${imported.conflictId}`)), view()]);
    expect(again.stateCount).toBe(first.stateCount);
    expect(again.equilibria).toEqual(first.equilibria);
    const verdicts = ({ states }: View) => Object.fromEntries(states.map(({ state, equilibrium }) => [state, equilibrium]));
    expect(verdicts(again)).toEqual(verdicts(first));
    await ok(bench.call('POST', `${small.url}/undo`, { entries: imported.entries.map(({ id }) => id) }));
    expect(await ok<object[]>(bench.call('GET', `${small.url}/conflict`))).toHaveLength(1);
  });

  test.each([
    ['a decider who is no party', 'kind,decider,what\noption,The East,Flee\nstatement,The East,Flee', 'there is no party "The East"'],
    ['a file that is no form', 'who,what', 'no head of an option form'],
    [
      'moves that are barred',
      '{"deciders":{"Northern Council":{"options":["a"],"statements":["a"]}},"barredMoves":[{"decider":"Northern Council","from":"a","to":"not a"}]}',
      'bars moves',
    ],
    ['an order of states', '{"deciders":{"Northern Council":{"options":["a"],"preference":["Y","N"]}}}', 'has an order of states'],
    [
      'states given directly',
      '{"states":[1],"deciders":{"Northern Council":{"arcs":[],"preference":[1]}}}',
      'gives states and moves directly',
    ],
  ])('%s is not taken in', async (_, text, message) => {
    const body = { fileName: 'form', base64: Buffer.from(text).toString('base64') };
    const answer = await refusal(bench.call('POST', `${small.url}/stability`, body));
    expect(answer.status).toBeLessThan(500);
    expect(answer.message).toContain(message);
    expect(await ok<object[]>(bench.call('GET', `${small.url}/conflict`))).toHaveLength(1);
  });

  test.each([
    ['a conflict that is not there', '/stability/none', 404, 'there is no conflict "none"'],
    ['a state that cannot be', '/stability/ID/states/YYN', 404, 'there is no state "YYN"'],
    ['a state that is none', '/stability/ID/states/MAYBE', 400, 'a state is a Y or N for each option'],
    ['a concept that is none', '/stability/ID/states/NNN?concept=luck', 400, 'concept'],
    ['a decider that is not there', '/stability/ID/offered-preferences/x', 404, 'there is no decider "x"'],
  ])('%s is refused', async (_, path, status, message) => {
    await dilemma();
    const answer = await refusal(bench.call('GET', small.url + path.replace('ID', conflictId)));
    expect(answer.status).toBe(status);
    expect(answer.message).toContain(message);
  });

  test('a conflict without options says what is missing', async () => {
    const bare = await addTo(bench, small.url, 'conflict', { title: { en: 'Bare' }, deciders: [{ id: 'n', partyId: small.north }] });
    expect(await refusal(bench.call('GET', `${small.url}/stability/${bare}`))).toMatchObject({
      status: 400,
      message: 'no decider has an option yet',
    });
  });
});
