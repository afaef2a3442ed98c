import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, ok, REPORT, refusal, type SmallCase, smallCase, startBench } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterEach(() => bench.close());

interface Group {
  overlap: number;
  statements: { id: string; source: { id: string }; excerpt: { text: string } }[];
}
const groups = (query = '') => ok<Group[]>(bench.call('GET', `${small.url}/utterances${query}`));
const addCopy = () =>
  ok<{ sourceId: string; similar: { sourceId: string; share: number }[] }>(
    bench.call('POST', `${small.url}/sources`, { text: `Delta Wire. ${REPORT}`, title: 'Copy', published: '2031-02' }),
  );

describe('utterances', () => {
  test('a copy is told when it is added, and its statements are offered as one utterance with those of the first', async () => {
    const { similar, sourceId } = await addCopy();
    expect(similar).toMatchObject([{ sourceId: small.sourceId }]);
    const offered = await groups();
    expect(offered.length).toBeGreaterThan(0);
    for (const { statements, overlap } of offered) {
      expect(new Set(statements.map(({ source }) => source.id))).toEqual(new Set([small.sourceId, sourceId]));
      expect(overlap).toBeGreaterThanOrEqual(0.6);
    }
  });

  test('a group that is joined is offered no more, and undo brings it back', async () => {
    await addCopy();
    const offered = await groups();
    const ids = offered[0]?.statements.map(({ id }) => id);
    const { entries } = await ok<{ entries: { id: string }[] }>(bench.call('POST', `${small.url}/utterances`, { statements: ids }));
    expect(entries).toHaveLength(2);
    expect(await groups()).toHaveLength(offered.length - 1);
    await ok(bench.call('POST', `${small.url}/undo`, { entries: entries.map(({ id }) => id) }));
    expect(await groups()).toEqual(offered);
  });

  test('a group that is declined is offered no more, and undo brings it back', async () => {
    await addCopy();
    const offered = await groups();
    const statements = offered[0]?.statements.map(({ id }) => id);
    const declined = { declined: { offer: 'utterance', statements } };
    const { entries } = await ok<{ entries: { id: string }[] }>(bench.call('POST', `${small.url}/declined`, declined));
    expect(await groups()).toHaveLength(offered.length - 1);
    await ok(bench.call('POST', `${small.url}/undo`, { entries: entries.map(({ id }) => id) }));
    expect(await groups()).toEqual(offered);
  });

  test('what is wrong is refused, and through a compartment that is not there nothing is seen', async () => {
    expect(await refusal(bench.call('POST', `${small.url}/utterances`, { statements: ['one'] }))).toMatchObject({ status: 400 });
    expect(await refusal(bench.call('POST', `${small.url}/utterances`, { statements: ['x', 'y'] }))).toMatchObject({ status: 404 });
    expect(await refusal(bench.call('GET', `${small.url}/utterances?compartments=cellar`))).toMatchObject({ status: 404 });
  });
});
