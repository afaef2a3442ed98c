import { createHash } from 'node:crypto';
import { type Body, type Entry, UserError } from '@parley/model';
import type { Session } from './session.ts';

/** Keeps bytes by their digest; those already here cost nothing. Gives them by it, so that they need not be read back. */
export function keepContents({ statements }: Session, contents: readonly Uint8Array[]): ReadonlyMap<string, Uint8Array> {
  const kept = new Map(contents.map((bytes) => [digestOf(bytes), bytes]));
  for (const [sha256, bytes] of kept) statements.insertContent.run(sha256, bytes);
  return kept;
}

/** SHA-256 in hexadecimal, by the platform's own code: contents may be large. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digests that an entry's body names. */
export function contentsNamedBy(entry: Pick<Entry, 'subject' | 'body'>): string[] {
  if (entry.subject.kind !== 'source' || entry.body === null) return [];
  const { bytes, text } = entry.body as Body<'source'>;
  return [bytes.sha256, text.sha256];
}

/** Throws a UserError where an entry names bytes that are not kept. */
export function requireContents({ statements }: Session, entry: Entry): void {
  for (const sha256 of contentsNamedBy(entry)) {
    if (statements.contentThere.get(sha256) === undefined) {
      throw new UserError(`source "${entry.subject.id}" names the content ${sha256}, which is not there`, {
        cure: 'hand in the bytes together with the source',
        code: 'unknown',
      });
    }
  }
}
