import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Clock, Draft, Entry } from './entry.ts';

/** SHA-256 of bytes, or of the UTF-8 bytes of a text, in hexadecimal. */
export function digest(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** The RFC 8785 canonical JSON of a value. Throws a TypeError on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON');
  return text;
}

/** SHA-256 over the salt and the canonical body, so that the body cannot be guessed from its hash. */
export function hashBody(salt: string, body: unknown): string {
  return digest(`${salt}\n${canonicalJson(body)}`);
}

/** The hash that the next entry of the chain points to: over all but the body, the salt and the signature. */
export function hashEntry(entry: Omit<Entry, 'hash'>): string {
  const { id, caseId, author, compartment, clock, recordedAt, subject, action, bodyHash, prev } = entry;
  return digest(canonicalJson({ id, caseId, author, compartment, clock, recordedAt, subject, action, bodyHash, prev }));
}

/** A draft made into an entry: given its clock, and chained to `prev`. */
export function seal(draft: Draft, at: { caseId: string; clock: Clock; prev: string | null }): Entry {
  const { id, author, compartment, recordedAt, salt, subject, action, body } = draft;
  const unsealed = { id, ...at, author, compartment, recordedAt, subject, action, body, salt, bodyHash: hashBody(salt, body) };
  return { ...unsealed, hash: hashEntry(unsealed) } as Entry;
}

/** A copy without its content: what stays of an entry that was destroyed. */
export function destroyed<E extends Entry>(entry: E): E {
  return { ...entry, body: null, salt: null };
}
