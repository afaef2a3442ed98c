import { describe, expect, it } from 'vitest';
import { extractAll } from '../extract.ts';
import { refusalOf } from './refusal.test-support.ts';
import { bytesOf } from './sample-files.test-support.ts';

const ARABIC = 'قال الوزير: «لن نوقّع هذا الأسبوع».';
const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lakeside Wire</title><language>en-GB</language>
<item><title>Talks &amp; terms</title><link>https://wire.example/1</link><pubDate>Sat, 12 Jul 2025 08:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The envoy said <em>no</em>.</p><p>The council did not reply.</p>]]></content:encoded></item>
<item><title>وزير</title><description>${ARABIC}</description><enclosure url="https://wire.example/a.mp3"/></item>
<item><guid>3</guid></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="he"><title>Bulletin</title>
<entry><title type="html">&lt;b&gt;הודעה&lt;/b&gt;</title><link rel="self" href="https://b.example/self"/><link href="https://b.example/7"/><updated>2025-07-13T01:00:00Z</updated><published>2025-07-12T22:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>הדובר אמר כך.</p><p>a &lt; b</p></div></content></entry></feed>`;

describe('a feed', () => {
  it('in RSS gives a report for each item, its full text before its summary', async () => {
    const items = await extractAll(bytesOf(RSS), { fileName: 'wire.rss' });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      text: 'The envoy said no.\nThe council did not reply.',
      title: 'Talks & terms',
      publisher: 'Lakeside Wire',
      published: '2025-07-12',
      language: 'en-GB',
      url: 'https://wire.example/1',
      mediaType: 'application/rss+xml',
      dropped: ['1 item of the feed without text'],
    });
    expect(items[1]?.text).toBe(ARABIC);
    expect(items[1]?.dropped.join('\n')).toMatch(/summary[\s\S]*a\.mp3/);
  });

  it('in Atom likewise', async () => {
    const items = await extractAll(bytesOf(ATOM), { fileName: 'bulletin.atom' });
    expect(items).toMatchObject([
      {
        text: 'הדובר אמר כך.\na < b',
        title: 'הודעה',
        publisher: 'Bulletin',
        published: '2025-07-12',
        language: 'he',
        url: 'https://b.example/7',
      },
    ]);
  });

  it('is known by its root, whatever it is called', async () => {
    for (const fileName of ['feed.html', 'feed.txt', 'feed']) expect(await extractAll(bytesOf(RSS), { fileName })).toHaveLength(2);
  });

  it('in another encoding is read by the one that it names', async () => {
    const russian =
      '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>T</title><item><description>Да, сказал он.</description></item></channel></rss>';
    const bytes = Uint8Array.from(russian, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    expect((await extractAll(bytes, { fileName: 'r.xml' }))[0]?.text).toBe('Да, сказал он.');
  });

  it('that is broken is refused with the line', async () => {
    expect((await refusalOf(bytesOf(RSS.slice(0, 500)), 'cut.rss')).message).toMatch(/broken XML.*line \d/);
    expect((await refusalOf(bytesOf(RSS.replace('</item>', '</itm>')), 'wrong.rss')).message).toMatch(
      /<\/itm> where <\/item> is due on line 6/,
    );
    expect((await refusalOf(bytesOf('<?xml version="1.0"?><kml><Placemark/></kml>'), 'map.xml')).message).toMatch(
      /neither RSS nor Atom: its root is <kml>/,
    );
    expect((await refusalOf(bytesOf('<rss><channel><item/></channel></rss>'), 'bare.rss')).message).toMatch(
      /1 items?, none of which has text/,
    );
    expect((await refusalOf(bytesOf(`<rss>${'<a>'.repeat(600)}`), 'deep.rss')).message).toMatch(/more than 500/);
  });

  it('expands no entity that it defines itself', async () => {
    const laughs =
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><description>He said &b; twice.</description></item></channel></rss>';
    expect((await extractAll(bytesOf(laughs), { fileName: 'l.rss' }))[0]?.text).toContain('He said &b; twice.');
  });
});
