import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { UserError } from '@parley/model';
import type Database from 'better-sqlite3-multiple-ciphers';

/** What opens an encrypted file: 32 bytes made from the passphrase, and the salt in the file's first 16 bytes. */
export interface EncryptionKey {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
}

export const SALT_BYTES = 16;

/** The key of a passphrase by Argon2id (RFC 9106) with 64 MiB, three passes and one lane; about 0.1 s. */
export async function keyOf(passphrase: string, salt: Uint8Array = randomBytes(SALT_BYTES)): Promise<EncryptionKey> {
  if (passphrase === '') throw new UserError('the passphrase is empty', { cure: 'give one of at least one character, or none at all' });
  // Composed form, because keyboards differ in how they send an accented letter. Argon2id, version 19 and 32 bytes are the library's defaults.
  const key = await hashRaw(passphrase.normalize('NFC'), { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1, outputLen: 32, salt });
  return { key, salt };
}

/**
 * Gives a fresh connection its key. ChaCha20-Poly1305 on each page of the file and its WAL (the
 * add-on's `chacha20`): a changed byte is noticed when its page is read.
 */
export function unlock(database: Database.Database, { key, salt }: EncryptionKey): void {
  database.pragma("cipher = 'chacha20'");
  database.pragma(`key = "raw:${hex(key)}${hex(salt)}"`);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
