import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, REPORT, refusal, type SmallCase, smallCase, startBench, statementOf } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterEach(() => bench.close());

interface Page {
  text: string;
  statements: { id: string; statement: ReturnType<typeof statementOf> & { speaker: { name: string } } }[];
  figures: { id: string; figure: { low: number; qualifier: string } }[];
}
const page = () => ok<Page>(bench.call('GET', `${small.url}/sources/${small.sourceId}`));

describe('sources', () => {
  test('a pasted report is read: its statements and figures wait as suggestions', async () => {
    const { text, statements, figures } = await page();
    expect(text).toBe(REPORT);
    expect(statements.map(({ statement }) => statement.speaker.name)).toContain('The Northern Council');
    for (const { statement } of statements) {
      expect(statement.status).toBe('suggested');
      for (const { start, end, text: words } of statement.content) expect(REPORT.slice(start, end)).toBe(words);
    }
    expect(figures.map(({ figure }) => [figure.low, figure.qualifier])).toContainEqual([40, 'atLeast']);
    expect(await ok(bench.call('GET', `${small.url}/sources`))).toMatchObject([
      { id: small.sourceId, title: 'Wire', published: '2031-02', suggested: statements.length, accepted: 0 },
    ]);
  });

  test('the same bytes a second time record nothing and name the first', async () => {
    const base64 = Buffer.from(REPORT).toString('base64');
    const before = await ok<{ sequence: number }>(bench.call('GET', small.url));
    const again = await ok(bench.call('POST', `${small.url}/sources`, { base64, fileName: 'wire.txt' }));
    expect(again).toMatchObject({ duplicateOf: small.sourceId, sourceId: small.sourceId, entries: [], sequence: before.sequence });
  });

  test('a file comes as base64, a page with its scripts left out', async () => {
    const html =
      '<html><head><title>Bulletin</title><script>alert(1)</script></head><body><article><p>The mediator said talks would resume.</p></article></body></html>';
    const added = await ok<{ sourceId: string }>(
      bench.call('POST', `${small.url}/sources`, { base64: Buffer.from(html).toString('base64'), fileName: 'bulletin.html' }),
    );
    const read = await ok<Page>(bench.call('GET', `${small.url}/sources/${added.sourceId}`));
    expect(read.text).toContain('talks would resume');
    expect(read.text).not.toContain('alert');
  });

  test('what is no text, or comes twice or not at all, is refused and leaves nothing', async () => {
    const before = await ok<{ sequence: number }>(bench.call('GET', small.url));
    for (const source of [
      {},
      { text: 'a', base64: 'YQ==' },
      { base64: 'not base64!' },
      { base64: 'YQ' },
      { text: '' },
      { base64: Buffer.from([0, 1, 2, 0, 255, 254]).toString('base64') },
      { text: 'x', published: '2031-13' },
      { text: 'x', compartment: 'nowhere' },
    ]) {
      expect((await refusal(bench.call('POST', `${small.url}/sources`, source))).status).toBeOneOf([400, 404]);
    }
    expect(await ok(bench.call('GET', small.url))).toMatchObject({ sequence: before.sequence });
  });

  test('a source that is not there is unknown', async () => {
    expect(await refusal(bench.call('GET', `${small.url}/sources/none`))).toMatchObject({ status: 404, code: 'unknown' });
  });
});

describe('statements', () => {
  test('the list is filtered and counted whole, and each statement stands in its words', async () => {
    await addTo(bench, small.url, 'statement', statementOf(small));
    interface List {
      total: number;
      statements: { statement: { content: { text: string }[] }; excerpt: { start: number; text: string }; source: { id: string } }[];
    }
    const list = (query: string) => ok<List>(bench.call('GET', `${small.url}/statements?${query}`));
    const accepted = await list('status=accepted');
    expect(accepted.total).toBe(1);
    expect(accepted.statements[0]?.source.id).toBe(small.sourceId);
    expect(accepted.statements[0]?.excerpt).toEqual({ start: 0, text: REPORT.split('\n\n')[0] });
    expect((await list(`status=accepted&partyId=${small.south}`)).total).toBe(0);
    expect((await list(`status=accepted&partyId=${small.north}&issueId=${small.issue}`)).total).toBe(1);
    const all = await list('');
    const one = await list('limit=1&offset=1');
    expect(one.total).toBe(all.total);
    expect(one.statements).toEqual(all.statements.slice(1, 2));
    const { status, message } = await refusal(bench.call('GET', `${small.url}/statements?limit=0`));
    expect([status, message]).toEqual([400, expect.stringContaining('limit')]);
  });

  test('accepting with a position fills the cell down to the words; reopening empties it', async () => {
    const { statements } = await page();
    const { id, statement } = statements.find(({ statement: read }) => read.speaker.name === 'The Northern Council') ?? { id: '' };
    const decision = `${small.url}/statements/${id}/decision`;
    const position = {
      partyId: small.north,
      issueId: small.issue,
      optionId: 'leave',
      stance: 'accepts',
      voice: 'official',
      from: '2031-02',
    };
    await ok(bench.call('POST', decision, { decision: 'accept', statement: { ...statement, note: 'checked' }, position }));
    const cell = `${small.url}/cells/${small.north}/${small.issue}`;
    expect(await ok(bench.call('GET', cell))).toMatchObject({ positions: [{ position: { stance: 'accepts' } }], accepted: [{ id }] });
    const { cells } = await ok<{ cells: { partyId: string }[] }>(bench.call('GET', `${small.url}/table?heldOn=2031-03-01`));
    expect(cells.filter(({ partyId }) => partyId === small.north)).toMatchObject([
      { issueId: small.issue, stances: [{ optionId: 'leave', stance: 'accepts', witnesses: 1 }] },
    ]);
    await ok(bench.call('POST', decision, { decision: 'reopen' }));
    expect(await ok(bench.call('GET', cell))).toMatchObject({ positions: [], accepted: [] });
  });

  test('words that do not stand in the source are refused, with the words and the place', async () => {
    const { statements } = await page();
    const [first] = statements;
    const wrong = { ...first?.statement, content: [{ start: 0, end: 5, text: 'Never' }] };
    const refused = await refusal(
      bench.call('POST', `${small.url}/statements/${first?.id}/decision`, { decision: 'accept', statement: wrong }),
    );
    expect(refused.status).toBe(400);
    expect(refused.message).toContain('"Never" do not stand at characters 0–5');
    expect(await refusal(bench.call('POST', `${small.url}/statement`, { body: wrong }))).toMatchObject({ status: 400 });
    expect(await refusal(bench.call('PUT', `${small.url}/statement/${first?.id}`, { body: wrong }))).toMatchObject({ status: 400 });
    const { figures } = await page();
    const figure = { ...figures[0]?.figure, span: { start: 0, end: 5, text: 'Never' } };
    expect(await refusal(bench.call('PUT', `${small.url}/figure/${figures[0]?.id}`, { body: figure }))).toMatchObject({ status: 400 });
  });

  test('a statement that is not there cannot be decided', async () => {
    expect(await refusal(bench.call('POST', `${small.url}/statements/none/decision`, { decision: 'reject' }))).toMatchObject({
      status: 404,
    });
  });
});
