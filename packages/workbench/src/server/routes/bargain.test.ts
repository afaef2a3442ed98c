import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, refusal, type SmallCase, smallCase, startBench, statementOf } from '../server.test-support.ts';

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

interface View {
  feasible: number;
  notBarred: number;
  packages: {
    package: Record<string, string>;
    acceptableToAll: string;
    gives: { partyId: string; issues: { issueId: string; kind: string; inPackage: { evidence: string[] } }[] }[];
    shares: { individuallyRational: null; efficient: { share: number; error: number } };
  }[];
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

  test('a case with nothing to bargain over says what it needs', async () => {
    const { caseId } = await ok<{ caseId: string }>(bench.call('POST', '/api/cases', { title: { en: 'Empty' } }));
    const answer = await refusal(bench.call('GET', `/api/cases/${caseId}/bargain`));
    expect(answer.status).toBe(400);
    expect(answer.message).toContain('nothing to bargain over');
  });

  test.each(['&ratify=0', '&ratify=most', '&samples=5', '&packages=101', '&seed=-1'])('a query that says %s is refused', async (query) => {
    await positions();
    expect((await refusal(bench.call('GET', `${small.url}/bargain?${query.slice(1)}`))).status).toBe(400);
  });
});
