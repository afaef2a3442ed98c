import { UserError } from '@parley/model';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { readMail } from './mail.ts';

/** The line before each message: the sender and the time, as `Sat Jul 12 08:00:00 2025`. */
const SEPARATOR = /(?:^|\n\r?\n)From [^\n]{1,200}? [A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d{1,2}:\d\d[^\n]{0,60}\n/g;

/**
 * A mailbox, a report for each message. One that has no text is passed over and named with the first
 * that has. Throws a UserError where no message has text.
 */
export async function readMbox({ bytes, name }: FormatInput): Promise<FormatOutput[]> {
  const messages = split(bytes);
  if (messages.length === 0)
    throw new UserError(`${name} is no mailbox: no line "From …" starts a message in it`, { cure: 'export the mailbox again as mbox' });
  const read: FormatOutput[] = [];
  const passedOver: string[] = [];
  for (const [at, message] of messages.entries()) {
    try {
      read.push(await readMail({ bytes: message, name: `message ${at + 1} of ${name}` }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      passedOver.push(error.message.replace(` of ${name}`, '').slice(0, 400));
    }
  }
  const [first] = read;
  if (!first)
    throw new UserError(`${name} holds no message with text: ${passedOver[0]}`, { cure: 'give a mailbox with text in its messages' });
  first.dropped.push(...passedOver.map((why) => `passed over: ${why}`));
  return read;
}

function split(bytes: Uint8Array): Uint8Array[] {
  // As Latin-1 every byte is one character, so that the messages keep their own encodings.
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const separators = [...whole.matchAll(SEPARATOR)];
  return separators.map((separator, at) => {
    const message = whole.slice(separator.index + separator[0].length, separators[at + 1]?.index ?? whole.length);
    return Buffer.from(message.replace(/^>(>*From )/gm, '$1'), 'latin1');
  });
}
