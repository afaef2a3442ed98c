import { UserError } from '@parley/model';
import PostalMime, { type Email } from 'postal-mime';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { dateOf } from './date-of.ts';
import { htmlText } from './html-text.ts';

/**
 * A mail message: its plain text, else the text of its HTML; quoted replies are kept. Attachments are
 * named and not read.
 *
 * Throws a UserError for what has no header lines, is encrypted, or has no text.
 */
export async function readMail({ bytes, name }: FormatInput): Promise<FormatOutput> {
  const email = await parse(bytes, name);
  const plain = email.text?.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '') ?? '';
  const text = plain.trim() === '' ? htmlText(email.html ?? '') : plain;
  if (text.trim() === '') throw noText(email, name);
  const language =
    email.headers
      .find(({ key }) => key === 'content-language')
      ?.value.split(',')[0]
      ?.trim() ?? detectLanguage(text);
  return {
    text,
    title: email.subject?.trim() || null,
    publisher: email.from ? email.from.name.trim() || email.from.address?.trim() || null : null,
    published: dateOf(email.headers.find(({ key }) => key === 'date')?.value),
    language: language === 'und' ? null : language,
    dropped: droppedOf(email, bytes),
  };
}

async function parse(bytes: Uint8Array, name: string): Promise<Email> {
  if (bytes.length === 0) throw new UserError(`${name} is empty`, { cure: 'give a file with text in it' });
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  } catch (error) {
    throw new UserError(`${name} is a damaged mail message (${(error as Error).message})`, {
      cure: 'save the message again',
      cause: error,
    });
  }
  const known = ['from', 'to', 'date', 'subject', 'message-id', 'received', 'mime-version', 'sender', 'return-path'];
  if (!email.headers.some(({ key }) => known.includes(key)))
    throw new UserError(`${name} is no mail message: it does not start with lines such as "From:" and "Date:"`, {
      cure: 'save the message again as .eml, or give it the ending .txt if it is text',
    });
  return email;
}

function noText(email: Email, name: string): UserError {
  const contentType = email.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (/pkcs7-mime|multipart\/encrypted/i.test(contentType))
    return new UserError(`${name} is an encrypted message`, { cure: 'open it in your mail program and save its text' });
  const attached = email.attachments.map(({ filename, mimeType }) => filename ?? mimeType).join(', ');
  return new UserError(`${name} is a message without text${attached ? `; attached: ${attached.slice(0, 200)}` : ''}`, {
    cure: attached ? 'save the attachments and add them' : 'give a message with text in it',
  });
}

function droppedOf(email: Email, bytes: Uint8Array): string[] {
  const attachments = email.attachments.map(({ filename, mimeType, content }) => {
    const length = typeof content === 'string' ? content.length : content.byteLength;
    return `attachment ${filename === null ? `without a name (${mimeType})` : `“${filename.slice(0, 200)}”`}, ${Math.ceil(length / 1024)} KB`;
  });
  const hasBoth = Boolean(email.text?.trim()) && Boolean(email.html?.trim());
  return [
    ...attachments,
    ...(hasBoth ? ['the HTML form of the same message'] : []),
    ...(isCutOff(email, bytes) ? ['the message was cut off; words may be missing'] : []),
  ];
}

/** A message of several parts ends with the line that closes them. */
function isCutOff(email: Email, bytes: Uint8Array): boolean {
  const contentType = email.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const boundary = /^\s*multipart\/[\s\S]*?\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const closing = boundary && `--${boundary[1] ?? boundary[2]}--`;
  return closing !== null && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(closing, undefined, 'latin1') < 0;
}
