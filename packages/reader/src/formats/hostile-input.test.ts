import { describe, expect, it } from 'vitest';
import { extractAll } from '../extract.ts';
import { bytesOf } from './sample-files.test-support.ts';

/** Each took minutes, or all of the stack, when it was first read. Within the time of a test is enough. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['deep.html', `<html><body>${'<div>'.repeat(20_000)}The minister said so.`],
  [
    'deep.rss',
    `<rss><channel><item><description>${'&lt;div&gt;'.repeat(20_000)}The minister said so.</description></item></channel></rss>`,
  ],
  ['times.txt', `From ${'1:23 2025 '.repeat(20_000)}x\nThe minister said so.`],
  ['times.mbox', `From a Fri Jul 11 08:00:00 2025\nSubject: x\n\nThe minister said so.\n\nFrom ${'1:23 '.repeat(20_000)}`],
  ['stars.md', `${'* a **b _c '.repeat(10_000)}The minister said so.`],
  ['brackets.md', `${'[a]('.repeat(30_000)}[[[[The minister said so.`],
  ['tags.md', `${'<a '.repeat(50_000)}The minister said so.`],
  ['comments.md', `The minister said so. ${'<!-- '.repeat(50_000)}`],
];

describe('what would take a careless reader for ever', () => {
  it.each(HOSTILE)('%s', { timeout: 15_000 }, async (fileName, text) => {
    const [extraction] = await extractAll(bytesOf(text), { fileName });
    expect(extraction?.text).toContain('The minister said so.');
  });

  it('is refused where elements stand within each other by the hundred thousand, and not where they only lack an end', async () => {
    await expect(extractAll(bytesOf(`<html><body>${'<div>'.repeat(200_000)}Said so.`), { fileName: 'a.html' })).rejects.toThrow(/25,000/);
    const page = `<html><body>${'<p>The minister said so.<br>'.repeat(30_000)}`;
    const [extraction] = await extractAll(bytesOf(page), { fileName: 'a.html' });
    expect(extraction?.text).toContain('The minister said so.');
  });

  it('is refused where it is broken besides', async () => {
    for (const text of [
      `<rss ${'a="b" '.repeat(50_000)}<`,
      `<rss>${'<![CDATA['.repeat(20_000)}`,
      `<?xml version="1.0"?><!DOCTYPE rss ${'[a]'.repeat(50_000)}`,
    ]) {
      await expect(extractAll(bytesOf(text), { fileName: 'a.rss' })).rejects.toThrow(/broken XML/);
    }
  });
});
