import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bench, ok, refusal, type SmallCase, smallCase, startBench } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterEach(() => bench.close());

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const FEED = `<rss><channel><title>Coast Wire</title>${['The crews said no.', 'The board said that it would wait.'].map((text) => `<item><title>T</title><description>${text}</description></item>`).join('')}</channel></rss>`;

test('a feed makes a source of each item, and the reply names them all', async () => {
  interface Reply {
    sourceId: string;
    suggested: number;
    entries: unknown[];
    sources: { sourceId: string; suggested: number; duplicateOf: string | null }[];
  }
  const send = () => ok<Reply>(bench.call('POST', `${small.url}/sources`, { base64: base64(FEED), fileName: 'wire.rss' }));
  const reply = await send();
  expect(reply.sources).toHaveLength(2);
  expect(reply.sourceId).toBe(reply.sources[0]?.sourceId);
  expect(reply.suggested).toBe(reply.sources.reduce((sum, { suggested }) => sum + suggested, 0));
  for (const { sourceId } of reply.sources) {
    expect(await ok(bench.call('GET', `${small.url}/sources/${sourceId}`))).toMatchObject({
      source: { publisher: 'Coast Wire', mediaType: 'application/rss+xml' },
    });
  }
  expect(await send()).toMatchObject({ entries: [], sources: reply.sources.map(({ sourceId }) => ({ sourceId, duplicateOf: sourceId })) });
});

test('a file that is damaged is refused with what is wrong', async () => {
  const refused = await refusal(bench.call('POST', `${small.url}/sources`, { base64: base64(FEED.slice(0, 90)), fileName: 'wire.rss' }));
  expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('broken XML')]);
});
