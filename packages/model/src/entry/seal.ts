import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Clock, Draft, Entry } from './entry.ts';

/**
 * SHA-256 of the UTF-8 bytes of a text, in hexadecimal. `digest` is the one that runs anywhere; a
 * caller on a platform with a faster one hands that in.
 */
export type DigestText = (text: string) => string;

/** SHA-256 of bytes, or of the UTF-8 bytes of a text, in hexadecimal. */
export function digest(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** The RFC 8785 canonical JSON of a value. Throws a TypeError on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = isRecord(value) && Object.values(value).some(isNumbers) ? withNumbers(value) : canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON');
  return text;
}

/** Lists of numbers need no order: a map of 100,000 positions is written in a third of the time. */
function withNumbers(value: Readonly<Record<string, unknown>>): string {
  const parts = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const text = isNumbers(value[key]) ? JSON.stringify(value[key]) : canonicalize(value[key]);
      return text === undefined ? [] : [`${canonicalize(key)}:${text}`];
    });
  return `{${parts.join(',')}}`;
}

/** Finite numbers in lists, or in lists of such. */
function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => Number.isFinite(one) || isNumbers(one));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value);
}

/** SHA-256 over the salt and the canonical body, so that the body cannot be guessed from its hash. */
export function hashBody(salt: string, body: unknown, digestText: DigestText = digest): string {
  return digestText(`${salt}\n${canonicalJson(body)}`);
}

/** The hash that the next entry of the chain points to: over all but the body, the salt and the signature. */
export function hashEntry(entry: Omit<Entry, 'hash'>, digestText: DigestText = digest): string {
  const { action, author, bodyHash, caseId, clock, compartment, id, prev, recordedAt, subject } = entry;
  // With its keys in this order JSON.stringify gives the canonical form of RFC 8785, at a fifth of the cost.
  const head = {
    action,
    author,
    bodyHash,
    caseId,
    clock: { count: clock.count, time: clock.time },
    compartment,
    id,
    prev,
    recordedAt,
    subject: { id: subject.id, kind: subject.kind },
  };
  return digestText(JSON.stringify(head));
}

/** A draft made into an entry: given its clock, and chained to `prev`. */
export function seal(draft: Draft, at: { caseId: string; clock: Clock; prev: string | null }, digestText: DigestText = digest): Entry {
  const { id, author, compartment, recordedAt, salt, subject, action, body } = draft;
  const bodyHash = hashBody(salt, body, digestText);
  const unsealed = { id, ...at, author, compartment, recordedAt, subject, action, body, salt, bodyHash };
  return { ...unsealed, hash: hashEntry(unsealed, digestText) } as Entry;
}

/** A copy without its content: what stays of an entry that was destroyed. */
export function destroyed<E extends Entry>(entry: E): E {
  return { ...entry, body: null, salt: null };
}
