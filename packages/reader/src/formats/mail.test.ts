import { describe, expect, it } from 'vitest';
import { extractAll } from '../extract.ts';
import { refusalOf } from './refusal.test-support.ts';
import { bytesOf } from './sample-files.test-support.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const HEBREW = 'דובר המשלחת אמר: ״לא נחתום השבוע״.';
const LETTER = [
  `From: =?UTF-8?B?${base64('נעמה לוי')}?= <naama@delegation.example>`,
  'To: team@mission.example',
  'Subject: Summary of the evening session',
  'Date: Sat, 12 Jul 2025 23:40:00 +0300',
  'Message-ID: <1@delegation.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="part"',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  base64(`${HEBREW}\n\nOn Friday the envoy wrote:\n> We will not sign this week.\n`),
  '--part',
  'Content-Type: application/pdf; name="annex.pdf"',
  'Content-Disposition: attachment; filename="annex.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  base64('%PDF-1.4'),
  '--part--',
  '',
].join('\r\n');
const plain = (subject: string, body: string): string =>
  `From: desk@wire.example\nDate: Fri, 11 Jul 2025 08:00:00 GMT\nSubject: ${subject}\nMessage-ID: <${subject}>\n\n${body}\n`;
const envelope = (time = '08:00:00'): string => `From desk@wire.example Fri Jul 11 ${time} 2025\n`;

describe('a mail message', () => {
  it('gives its text with the quoted reply, who sent it and when; attachments are named', async () => {
    const [message, ...more] = await extractAll(bytesOf(LETTER), { fileName: 'evening.eml' });
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      title: 'Summary of the evening session',
      publisher: 'נעמה לוי',
      published: '2025-07-12',
      mediaType: 'message/rfc822',
    });
    expect(message?.text).toBe(`${HEBREW}\n\nOn Friday the envoy wrote:\n> We will not sign this week.`);
    expect(message?.text.indexOf('״לא')).toBe(HEBREW.indexOf('״לא'));
    expect(message?.dropped).toEqual([expect.stringMatching(/attachment “annex\.pdf”, 1 KB/)]);
  });

  it('is known by its header lines, whatever it is called', async () => {
    expect((await extractAll(bytesOf(LETTER), { fileName: 'evening.txt' }))[0]?.mediaType).toBe('message/rfc822');
  });

  it('of HTML only gives its lines', async () => {
    const html =
      'From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<p>The envoy <b>said</b> no.</p><script>x()</script><p>Later: yes.</p>';
    expect((await extractAll(bytesOf(html), { fileName: 'a.eml' }))[0]?.text).toBe('The envoy said no.\nLater: yes.');
  });

  it('that is cut off is read, and told', async () => {
    const [message] = await extractAll(bytesOf(LETTER.slice(0, LETTER.indexOf('Content-Disposition'))), { fileName: 'cut.eml' });
    expect(message?.text).toContain(HEBREW);
    expect(message?.dropped.join('\n')).toMatch(/cut off/);
  });

  it('without headers, without text or encrypted is refused', async () => {
    expect((await refusalOf(bytesOf('Only words here.\n'), 'words.eml')).message).toMatch(/no mail message/);
    expect((await refusalOf(bytesOf(plain('Nothing', '')), 'blank.eml')).message).toMatch(/without text/);
    const sealed =
      'From: a@b.example\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nAAAA\n';
    expect((await refusalOf(bytesOf(sealed), 'sealed.eml')).message).toMatch(/encrypted/);
  });
});

describe('a mailbox', () => {
  const mailbox = `${envelope()}${plain('First', 'The council said no.\n\n>From now on, it added, none would.')}\n${envelope('09:00:00')}${plain('Empty', '')}\n${envelope('10:00:00')}${plain('Third', 'قال المبعوث إن العرض قائم.')}`;

  it('gives a report for each message with text, and tells of the others', async () => {
    const messages = await extractAll(bytesOf(mailbox), { fileName: 'desk.mbox' });
    expect(messages.map(({ title, text }) => [title, text])).toEqual([
      ['First', 'The council said no.\n\nFrom now on, it added, none would.'],
      ['Third', 'قال المبعوث إن العرض قائم.'],
    ]);
    expect(messages[0]?.dropped).toEqual([expect.stringMatching(/passed over: message 2 is a message without text/)]);
    expect(messages[1]?.language).toBe('ar');
  });

  it('is known by its first line, whatever it is called', async () => {
    expect((await extractAll(bytesOf(mailbox), { fileName: 'desk.txt' })).length).toBe(2);
  });

  it('is told from a text that starts alike', async () => {
    const text = 'From Monday 12:30 on, the talks of 2025 went on.\nNote: nobody left.\n';
    expect(await extractAll(bytesOf(text), { fileName: 'note.txt' })).toMatchObject([{ text, mediaType: 'text/plain' }]);
    const release = 'From: Ministry of Water\nDate: 12 July 2025\nSubject: Talks\n\nThe minister said so.\n';
    expect(await extractAll(bytesOf(release), { fileName: 'release.txt' })).toMatchObject([{ text: release, mediaType: 'text/plain' }]);
  });

  it('that is none, or has no text, is refused', async () => {
    expect((await refusalOf(bytesOf('Words only.\n'), 'words.mbox')).message).toMatch(/no mailbox/);
    expect((await refusalOf(bytesOf(`${envelope()}${plain('Empty', '')}`), 'blank.mbox')).message).toMatch(/no message with text/);
  });
});
