import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { extract } from './extract.ts';
import { MAX_BYTES } from './formats/decode.ts';
import { READER } from './version.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function errorOf(data: Uint8Array, fileName = 'report.txt'): UserError {
  try {
    extract(data, { fileName });
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).cure).not.toBe('');
    return error as UserError;
  }
  throw new Error('nothing was thrown');
}

describe('plain text', () => {
  it('is kept exactly as it is', () => {
    const text = 'A title\r\n\r\nThe minister said  so.\n';
    expect(extract(bytes(text), { fileName: 'a.txt' })).toMatchObject({
      text,
      title: 'A title',
      mediaType: 'text/plain',
      language: 'en',
      extractor: READER,
      dropped: [],
    });
  });

  it('loses its byte order mark, in UTF-8 and UTF-16', () => {
    expect(extract(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).text).toBe('a');
    expect(extract(new Uint8Array([0xff, 0xfe, 0x61, 0, 0xe9, 0])).text).toBe('aé');
    expect(extract(new Uint8Array([0xfe, 0xff, 0, 0x61, 0, 0xe9])).text).toBe('aé');
  });

  it('is refused when empty, blank, binary, wrongly encoded or too large, naming the file', () => {
    expect(errorOf(new Uint8Array()).message).toMatch(/"report\.txt" is empty/);
    expect(errorOf(bytes(' \n\t')).message).toMatch(/white space/);
    expect(errorOf(new Uint8Array([0x61, 0, 0x62])).message).toMatch(/binary.*position 1/);
    expect(errorOf(new Uint8Array([0x61, 0x62, 0xe9, 0x63])).message).toMatch(/UTF-8.*0xe9 at position 2/);
    expect(errorOf(bytes('%PDF-1.7 …')).message).toMatch(/PDF/);
    expect(errorOf(new Uint8Array(MAX_BYTES + 1).fill(0x61)).message).toMatch(/100 MB/);
  });
});

describe('HTML', () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Talks stall | Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2025-07-12T08:00:00Z">
<style>p { color: red }</style></head><body><nav><ul><li><a href="/">Front page</a></li><li><a href="/w">Weather</a></li></ul></nav>
<script>document.title = 'run'; throw new Error('the minister said it ran');</script>
<article><h1>Talks stall</h1><p>The minister said that the port would stay shut for as long as the siege went on, and that nobody should expect a change before the harvest.</p>
<p>“We will stay,” she <b>added</b>.<br>“As long as it takes, and longer still, if the other side is ready to talk about the bridge, the river and the prisoners.”</p></article>
<footer>© Harbour Post</footer></body></html>`;

  it('gives the article, a line a paragraph, with what the page says of itself', () => {
    const extraction = extract(bytes(page), { fileName: 'talks.html' });
    expect(extraction).toMatchObject({
      title: 'Talks stall | Post',
      publisher: 'Harbour Post',
      published: '2025-07-12',
      language: 'en-GB',
      mediaType: 'text/html',
    });
    const lines = extraction.text.split('\n');
    expect(lines).toContain('“We will stay,” she added.');
    expect(extraction.text).not.toMatch(/Weather|run|color/);
    expect(extraction.dropped.length).toBeGreaterThan(0);
  });

  it('is told by its first characters where nothing else tells', () => {
    expect(extract(bytes(page)).mediaType).toBe('text/html');
    expect(extract(bytes('The minister said <b>so</b>.')).mediaType).toBe('text/plain');
  });

  it('falls back to the body where there is no article', () => {
    expect(extract(bytes('<html><body><p>Short note.</p><script>x()</script></body></html>'), { mediaType: 'text/html' }).text).toBe(
      'Short note.',
    );
  });

  it('is refused without text', () => {
    expect(errorOf(bytes('<html><body><script>x()</script></body></html>'), 'a.html').message).toMatch(/without text/);
  });

  it('keeps no date that is none', () => {
    const odd = page.replace('2025-07-12T08:00:00Z', '2025-02-30');
    expect(extract(bytes(odd), { fileName: 'a.html' }).published).toBeNull();
  });
});
