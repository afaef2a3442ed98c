import { KIND_NAMES } from '@parley/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, refusal, type SmallCase, smallCase, startBench, statementOf } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterEach(() => bench.close());

/** A body for each kind that can be added, naming what the small case has. */
function bodies({ north, issue, ...rest }: SmallCase, statement: string, delegation: string) {
  const body = statementOf({ north, issue, ...rest });
  return {
    compartment: { name: { en: 'Mediators' } },
    party: { name: { en: 'A party' } },
    thirdParty: { name: { en: 'A mediator' }, roles: ['mediator'] },
    delegation: { partyId: north, name: { en: 'A delegation' } },
    mandate: { delegationId: delegation, mayDecide: [{ issueId: issue }], evidence: [statement] },
    issue: { name: { en: 'An issue' }, options: [{ id: 'yes', name: { en: 'Yes' } }] },
    statement: body,
    position: { partyId: north, issueId: issue, optionId: 'leave', stance: 'accepts', voice: 'official', evidence: [statement] },
    figure: { sourceId: rest.sourceId, span: body.content[0], measure: 'boats', low: 40, high: 40, status: 'accepted' },
    proposal: { title: { en: 'A package' }, options: [{ issueId: issue, optionId: 'leave' }], evidence: [statement] },
  };
}

describe('each kind', () => {
  test('is added, listed, read with its versions, changed and retracted', async () => {
    const statement = await addTo(bench, small.url, 'statement', statementOf(small));
    const delegation = await addTo(bench, small.url, 'delegation', { partyId: small.north, name: { en: 'At the talks' } });
    for (const [kind, body] of Object.entries(bodies(small, statement, delegation))) {
      const id = await addTo(bench, small.url, kind, body);
      const listed = await ok<{ id: string }[]>(bench.call('GET', `${small.url}/${kind}`));
      expect(listed.find((one) => one.id === id)).toMatchObject({ compartment: 'public', body });
      await ok(bench.call('PUT', `${small.url}/${kind}/${id}`, { body }));
      const read = await ok(bench.call('GET', `${small.url}/${kind}/${id}`));
      expect(read).toMatchObject({ id, body, versions: [{ action: 'put', author: 'ana', body }, { action: 'put' }] });
      await ok(bench.call('DELETE', `${small.url}/${kind}/${id}`));
      for (const gone of [
        bench.call('GET', `${small.url}/${kind}/${id}`),
        bench.call('DELETE', `${small.url}/${kind}/${id}`),
        bench.call('PUT', `${small.url}/${kind}/${id}`, { body }),
      ]) {
        expect([kind, await refusal(gone)]).toMatchObject([kind, { status: 404, code: 'unknown' }]);
      }
    }
  });

  test('sources, destructions and the case itself are not added raw, and the last two not retracted', async () => {
    for (const kind of ['source', 'destruction', 'case']) {
      expect((await bench.call('POST', `${small.url}/${kind}`, { body: {} })).status).toBe(405);
      expect((await bench.call('GET', `${small.url}/${kind}`)).status).toBe(200);
    }
    for (const kind of ['destruction', 'case']) expect((await bench.call('DELETE', `${small.url}/${kind}/case`)).status).toBe(405);
    for (const kind of KIND_NAMES) expect((await refusal(bench.call('GET', `${small.url}/${kind}/none`))).status).toBe(404);
  });

  test('the case gives its order of parties and takes another', async () => {
    const body = { title: { en: 'Harbour talks' }, partyOrder: [small.south, small.north], issueOrder: [] };
    await ok(bench.call('PUT', `${small.url}/case/case`, { body }));
    const { columns } = await ok<{ columns: { id: string }[] }>(bench.call('GET', `${small.url}/table`));
    expect(columns.map(({ id }) => id)).toEqual([small.south, small.north]);
  });

  test('a source takes other details, its text stays', async () => {
    const { body } = await ok<{ body: object }>(bench.call('GET', `${small.url}/source/${small.sourceId}`));
    await ok(bench.call('PUT', `${small.url}/source/${small.sourceId}`, { body: { ...body, publisher: 'The wire', reliability: 'B' } }));
    expect(await ok(bench.call('GET', `${small.url}/sources`))).toMatchObject([{ publisher: 'The wire', reliability: 'B' }]);
    const refused = await refusal(bench.call('PUT', `${small.url}/source/${small.sourceId}`, { body: { ...body, textLength: 3 } }));
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('textLength')]);
    await ok(bench.call('DELETE', `${small.url}/source/${small.sourceId}`));
    expect(await ok(bench.call('GET', `${small.url}/sources`))).toEqual([]);
  });

  test('a body that names what is not there is refused, and nothing is recorded', async () => {
    const before = await ok<{ sequence: number }>(bench.call('GET', small.url));
    const position = {
      partyId: small.north,
      issueId: small.issue,
      optionId: 'none',
      stance: 'accepts',
      voice: 'official',
      evidence: ['none'],
    };
    const refused = await refusal(bench.call('POST', `${small.url}/position`, { body: position }));
    expect([refused.status, refused.message]).toEqual([404, expect.stringContaining('"none"')]);
    expect(await ok(bench.call('GET', small.url))).toMatchObject({ sequence: before.sequence });
  });
});

describe('compartments', () => {
  let mediators: string;
  let caucus: string;
  beforeEach(async () => {
    mediators = await addTo(bench, small.url, 'compartment', { name: { en: 'Mediators' } });
    caucus = await addTo(bench, small.url, 'compartment', { name: { en: 'Northern caucus' }, within: mediators });
  });

  test('a changed subject stays in its compartment unless another is given', async () => {
    const id = await addTo(bench, small.url, 'party', { name: { en: 'X' } }, mediators);
    await ok(bench.call('PUT', `${small.url}/party/${id}`, { body: { name: { en: 'Y' } } }));
    expect(await ok(bench.call('GET', `${small.url}/party/${id}`))).toMatchObject({ compartment: mediators });
    await ok(bench.call('PUT', `${small.url}/party/${id}`, { body: { name: { en: 'Y' } }, compartment: caucus }));
    expect(await ok(bench.call('GET', `${small.url}/party/${id}`))).toMatchObject({ compartment: caucus });
  });

  test('a moved subject is gone from the compartment it left; undo brings it back there and nowhere else', async () => {
    const id = await addTo(bench, small.url, 'party', { name: { en: 'Back channel' } });
    const seen = async (ids: string) => (await bench.call('GET', `${small.url}/party/${id}?compartments=${ids}`)).status;
    const move = bench.call('PUT', `${small.url}/party/${id}`, { body: { name: { en: 'Back channel' } }, compartment: mediators });
    const { entries } = await ok<{ entries: { id: string }[] }>(move);
    expect([await seen('public'), await seen(`public,${mediators}`)]).toEqual([404, 200]);
    expect(JSON.stringify(await bench.call('GET', `${small.url}/export/case.json?compartments=public`))).not.toContain('Back channel');
    await ok(bench.call('POST', `${small.url}/undo`, { entries: entries.map((entry) => entry.id) }));
    expect([await seen('public'), await seen(mediators)]).toEqual([200, 404]);
  });

  test('an export of some compartments does not name the others', async () => {
    const named = async (ids: string) => JSON.stringify(await bench.call('GET', `${small.url}/export/case.json?compartments=${ids}`));
    expect(await named('public')).not.toMatch(/Mediators|caucus/);
    expect(await named(`public,${mediators}`)).toContain('Mediators');
  });

  test('a subject cannot move to where what names it could not see it', async () => {
    await addTo(bench, small.url, 'delegation', { partyId: small.north, name: { en: 'At the talks' } });
    const body = { name: { en: 'Northern Council' } };
    const refused = await refusal(bench.call('PUT', `${small.url}/party/${small.north}`, { body, compartment: caucus }));
    expect([refused.status, refused.message]).toEqual([409, expect.stringContaining('delegation')]);
  });

  test('a compartment cannot lie within itself', async () => {
    const refused = await refusal(
      bench.call('PUT', `${small.url}/compartment/${mediators}`, { body: { name: { en: 'M' }, within: caucus } }),
    );
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('within itself')]);
  });

  test('what is hidden and what does not exist give the same answer', async () => {
    const id = await addTo(bench, small.url, 'party', { name: { en: 'Hidden' } }, caucus);
    const answer = async (name: string, path: string) =>
      JSON.stringify(await bench.call('GET', `${small.url}${path}?compartments=public,${mediators}`)).replaceAll(name, 'ID');
    for (const path of [(one: string) => `/party/${one}`, (one: string) => `/cells/${one}/${small.issue}`]) {
      expect(await answer(id, path(id))).toBe(await answer('nothing', path('nothing')));
    }
  });
});
