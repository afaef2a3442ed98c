import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyseBargain } from '../../operations/bargain.ts';
import { readBargain } from '../../operations/bargain-files/read-bargain.ts';
import { addTo, type Bench, ok, refusal, type SmallCase, smallCase, startBench, statementOf, TOKEN } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
let prisoners: string;
let statementId: string;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  prisoners = await addTo(bench, small.url, 'issue', {
    name: { en: 'Prisoners' },
    options: ['all', 'some'].map((id) => ({ id, name: { en: id } })),
  });
  statementId = await addTo(bench, small.url, 'statement', statementOf(small));
});
afterEach(() => bench.close());

const position = (partyId: string, issueId: string, optionId: string, stance: string, more: object = {}, compartment?: string) =>
  addTo(bench, small.url, 'position', { partyId, issueId, optionId, stance, voice: 'official', evidence: [statementId], ...more }, compartment); // biome-ignore format: one position
/** The north wants its boats gone and all home; the south wants a patrol, and may accept the boats leaving. */
const positions = async () => {
  await position(small.north, small.issue, 'leave', 'demands');
  await position(small.north, small.issue, 'patrol', 'redLine');
  await position(small.north, prisoners, 'all', 'accepts');
  await position(small.south, small.issue, 'patrol', 'demands');
  await position(small.south, small.issue, 'leave', 'mayAccept');
};

const on = (issueId: string, optionId: string) => ({ issueId, optionId });
const range = (low: number, high = low) => ({ low, high });
const ofSouth = (more: object) => ({ partyId: small.south, ...more });

interface Exact {
  packages: string;
  exact: boolean;
  frontier: { values: number[] }[];
  rules: Record<string, { points: object[] }>;
  noDeal: (number | null)[];
}
interface View {
  feasible: number;
  notBarred: number;
  packages: {
    package: Record<string, string>;
    feasible: boolean;
    proposals: string[];
    acceptableToAll: string;
    gives: { partyId: string; issues: { issueId: string; kind: string; inPackage: { evidence: string[] } }[] }[];
    shares: { individuallyRational: { share: number } | null; efficient: { share: number; error: number } };
  }[];
  proposals: { id: string; package: object | null }[];
  priorities: string[];
  rules: string[];
  statements: Record<string, string[]>;
  noDealUnknown: string[];
  factionsNotUsed: string[];
  winsets: { partyId: string; factions: { factionId: string; blocks: number; hasVeto: boolean }[] }[];
  methods: { complete: boolean; source: string }[];
  compartments: string[];
}
const ask = (path = '', query = '') => bench.call('GET', `${small.url}/bargain${path}?samples=200${query}`);
const view = (query = '') => ok<View>(ask('', query));

describe('bargain', () => {
  test('tells the packages that no position bars, and what each gives up in them, with the statements behind it', async () => {
    await positions();
    const found = await view();
    expect(found.feasible).toBe(2);
    expect(found.notBarred).toBe(2);
    const all = found.packages.find((one) => one.package[prisoners] === 'all');
    expect(all?.package[small.issue]).toBe('leave');
    // The south said nothing on prisoners, so that nobody knows.
    expect(all?.acceptableToAll).toBe('possibly');
    const kinds = all?.gives.map(({ partyId, issues }) => [partyId, Object.fromEntries(issues.map((one) => [one.issueId, one.kind]))]);
    expect(Object.fromEntries(kinds ?? [])).toEqual({
      [small.north]: { [small.issue]: 'gets', [prisoners]: 'gets' },
      [small.south]: { [small.issue]: 'settles', [prisoners]: 'unstated' },
    });
    expect(Object.values(found.statements)).toContainEqual([statementId]);
    expect([...found.noDealUnknown].sort()).toEqual([small.north, small.south].sort());
    expect(all?.shares.individuallyRational).toBeNull();
    for (const one of found.packages) expect(one.shares.efficient.share).toBeLessThanOrEqual(1);
    expect(found.methods.every(({ complete, source }) => complete && source !== '')).toBe(true);
  });

  test('the same seed gives the same answer', async () => {
    await positions();
    expect(await view('&seed=7')).toEqual(await view('&seed=7'));
  });

  test('a position in a compartment counts for those who look through it, and leaves no trace for others', async () => {
    await positions();
    const team = await addTo(bench, small.url, 'compartment', { name: { en: 'Team' } });
    const before = await view('&compartments=public');
    const secret = await position(small.south, prisoners, 'all', 'redLine', {}, team);
    const whole = await view();
    expect(whole.feasible).toBe(1);
    expect(whole.compartments).toEqual([team]);
    const open = await view('&compartments=public');
    expect(open).toEqual(before);
    expect(open.compartments).toEqual(['public']);
    expect(JSON.stringify(open)).not.toContain(secret);
  });

  test('factions decide only where it is said how', async () => {
    await positions();
    const bloc = { factions: [{ id: 'bloc', name: { en: 'Bloc' } }, { id: 'port', name: { en: 'Port' } }] }; // biome-ignore format: one party
    await ok(bench.call('PUT', `${small.url}/party/${small.north}`, { body: { name: { en: 'Northern Council' }, ...bloc } }));
    await position(small.north, prisoners, 'some', 'rejects', { factionId: 'bloc' });
    expect(await view()).toMatchObject({ factionsNotUsed: [small.north], winsets: [] });
    const factionsOf = async (rule: string) =>
      (await view(`&ratify=${rule}`)).winsets[0]?.factions.find(({ factionId }) => factionId === 'bloc');
    expect(await factionsOf('all')).toMatchObject({ hasVeto: true, blocks: 1 });
    expect(await factionsOf('1')).toMatchObject({ hasVeto: false, blocks: 0 });
  });

  test('what would have to move, where every package is barred; nothing where one is open', async () => {
    await positions();
    const openings = (): Promise<{ acceptableAlready: number; openings: { moves: object[]; opens: number }[]; audience: string }> =>
      ok(ask('/openings'));
    expect(await openings()).toMatchObject({ acceptableAlready: 2, openings: [], audience: 'mediator' });
    for (const optionId of ['all', 'some']) await position(small.south, prisoners, optionId, 'rejects');
    const found = await openings();
    expect(found.acceptableAlready).toBe(0);
    const moves = found.openings.map((one) => one.moves);
    expect(moves).toHaveLength(2);
    for (const [move] of moves) expect(move).toMatchObject({ partyId: small.south, issueId: prisoners, from: 'rejects' });
  });

  test('what to ask next says what either answer would leave', async () => {
    await positions();
    const { questions, open } = await ok<{
      open: number;
      questions: { settles: number; ifFirst: { share: number }; ifSecond: { share: number } }[];
    }>(ask('/questions'));
    expect(questions.length).toBeGreaterThan(0);
    for (const { settles, ifFirst, ifSecond } of questions) {
      expect(settles).toBeGreaterThan(0);
      expect(settles).toBeLessThanOrEqual(open);
      expect(ifFirst.share + ifSecond.share).toBeCloseTo(1);
    }
  });

  test('priorities and rules of packages count, each for those who may see it', async () => {
    await positions();
    const team = await addTo(bench, small.url, 'compartment', { name: { en: 'Team' } });
    const ban = { title: { en: 'None held back' }, rule: { kind: 'floor', option: on(prisoners, 'some') }, evidence: [statementId] };
    const ruleId = await addTo(bench, small.url, 'packageRule', ban, team);
    const priorityId = await addTo(bench, small.url, 'priority', ofSouth({ noDeal: { kind: 'range', range: range(0.2, 0.4) } }), team);
    const whole = await view();
    expect(whole.feasible).toBe(1);
    expect(whole.packages[0]?.package[prisoners]).toBe('all');
    expect(whole.noDealUnknown).toEqual([small.north]);
    expect(whole.statements[ruleId]).toEqual([statementId]);
    expect(whole.compartments).toEqual([team]);
    const open = await view('&compartments=public');
    expect(open).toMatchObject({ feasible: 2, priorities: [], rules: [], compartments: ['public'] });
    for (const id of [ruleId, priorityId]) expect(JSON.stringify(open)).not.toContain(id);
  });

  test('where every no-deal point is known, whether a package beats it is computed', async () => {
    await positions();
    for (const partyId of [small.north, small.south])
      await addTo(bench, small.url, 'priority', { partyId, noDeal: { kind: 'range', range: range(0) } });
    const found = await view();
    expect(found.noDealUnknown).toEqual([]);
    for (const { shares } of found.packages) expect(shares.individuallyRational).toMatchObject({ share: 1 });
  });

  test('what contradicts a position is refused in words, without ids', async () => {
    await positions();
    const ranking = [{ issueId: small.issue, optionIds: ['leave', 'patrol'] }];
    const id = await addTo(bench, small.url, 'priority', ofSouth({ rankings: ranking }));
    const answer = await refusal(ask());
    expect(answer).toMatchObject({ status: 400, code: 'contradiction' });
    expect(answer.message).toContain('Southern Assembly puts "Boats leave" over "Joint patrol"');
    expect(answer.message).not.toContain(id);
  });

  test('a proposal is shown among the packages whether or not it is barred, one that leaves issues open is none', async () => {
    await positions();
    const propose = (optionIds: [string, string][]) =>
      addTo(bench, small.url, 'proposal', { title: { en: 'Paper' }, options: optionIds.map(([issue, option]) => on(issue, option)), evidence: [statementId] }); // biome-ignore format: one proposal
    const barred = await propose([[small.issue, 'patrol'], [prisoners, 'some']]); // biome-ignore format: one package
    const partly = await propose([[small.issue, 'leave']]);
    const found = await view('&packages=1');
    expect(found.packages.map(({ proposals, feasible }) => [proposals, feasible])).toEqual([
      [[], true],
      [[barred], false],
    ]);
    expect(found.proposals.find(({ id }) => id === partly)).toEqual({ id: partly, package: null });
  });

  test('once every party has numbers, the frontier and the rules are exact', async () => {
    const numbers = (partyId: string, share: number, values: [string, string, number][]) => ({
      partyId,
      weights: [small.issue, prisoners].map((issueId, at) => ({ issueId, range: range(at === 0 ? share : 1 - share) })),
      values: values.map(([issueId, optionId, value]) => ({ ...on(issueId, optionId), range: range(value) })),
      noDeal: { kind: 'range', range: range(0) },
    });
    const best = (first: string, second: string): [string, string, number][] => [
      [small.issue, 'leave', first === 'leave' ? 1 : 0],
      [small.issue, 'patrol', first === 'patrol' ? 1 : 0],
      [prisoners, 'all', second === 'all' ? 1 : 0],
      [prisoners, 'some', second === 'some' ? 1 : 0],
    ];
    await addTo(bench, small.url, 'priority', numbers(small.north, 0.75, best('leave', 'all')));
    expect(await refusal(bench.call('GET', `${small.url}/bargain/exact`))).toMatchObject({ status: 400, code: 'noNumbers' });
    await addTo(bench, small.url, 'priority', numbers(small.south, 0.25, best('patrol', 'some')));
    const exact = await ok<Exact>(bench.call('GET', `${small.url}/bargain/exact`));
    // The boats are worth 3/4 to the north, the prisoners 3/4 to the south: each taking what it wants most is best for both.
    expect(exact.packages).toBe('4');
    expect(exact.exact).toBe(true);
    expect(exact.frontier.map(({ values }) => values)).toEqual([
      [1, 0],
      [0.75, 0.75],
      [0, 1],
    ]);
    for (const rule of ['nash', 'egalitarian', 'kalaiSmorodinsky'] as const)
      expect(exact.rules[rule]?.points).toEqual([{ values: [0.75, 0.75], packages: [{ [small.issue]: 'leave', [prisoners]: 'some' }] }]);
    expect(exact.noDeal).toEqual([0, 0]);
    for (const as of ['csv', 'json']) {
      const reply = await bench.app.inject({
        url: `${small.url}/bargain/file/${as}`,
        headers: { host: '127.0.0.1:4870', authorization: `Bearer ${TOKEN}` },
      });
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-disposition']).toContain(`bargain.${as}`);
      const again = await readBargain({ name: `bargain.${as}`, bytes: Buffer.from(reply.body) }, []);
      const limits = { mostPackages: 10, startLimits: () => ({}) };
      expect(analyseBargain(again, limits).rules.nash.points.map(({ values }) => values)).toEqual([[0.75, 0.75]]);
    }
    // A red line takes packages away here too.
    await position(small.north, prisoners, 'some', 'redLine');
    const less = await ok<Exact>(bench.call('GET', `${small.url}/bargain/exact`));
    expect(less.packages).toBe('2');
  });

  test('what is large is done in a thread; others are answered within a second meanwhile', async () => {
    await positions();
    const issues = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        addTo(bench, small.url, 'issue', { name: { en: name }, options: ['1', '2', '3', '4'].map((id) => ({ id, name: { en: id } })) }),
      ),
    );
    await position(small.south, issues[0] ?? '', '1', 'demands');
    let done = false;
    const long = ok<View>(bench.call('GET', `${small.url}/bargain?samples=20000`)).finally(() => {
      done = true;
    });
    let slowestMs = 0;
    let asked = 0;
    while (!done) {
      const start = performance.now();
      await ok(bench.call('GET', `${small.url}/issue`));
      slowestMs = Math.max(slowestMs, performance.now() - start);
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const found = await long;
    expect(found.feasible).toBe(2 * 4 ** 4);
    expect(asked).toBeGreaterThan(2);
    expect(slowestMs).toBeLessThan(1000);
  });

  test('a case with nothing to bargain over says what it needs', async () => {
    const { caseId } = await ok<{ caseId: string }>(bench.call('POST', '/api/cases', { title: { en: 'Empty' } }));
    const answer = await refusal(bench.call('GET', `/api/cases/${caseId}/bargain`));
    expect(answer.status).toBe(400);
    expect(answer.message).toContain('nothing to bargain over');
  });

  test('a query out of its bounds is refused', async () => {
    await positions();
    for (const query of ['ratify=0', 'ratify=most', 'samples=5', 'packages=101', 'seed=-1'])
      expect((await refusal(bench.call('GET', `${small.url}/bargain?${query}`))).status).toBe(400);
  });
});
