import { randomBytes } from 'node:crypto';
import type { Body, Draft, Id, Instant, Kind } from '@parley/model';
import { v7 } from 'uuid';

/** Who records, and where ids, times and salts come from. Tests hand in their own. */
export interface Recorder {
  readonly author: Id;
  now(): Instant;
  newId(): Id;
  newSalt(): string;
}

/** A recorder on the machine's clock and random source. */
export function machineRecorder(author: Id): Recorder {
  return { author, now: () => new Date().toISOString(), newId: () => v7(), newSalt: () => randomBytes(16).toString('hex') };
}

/** A draft that puts a body under a subject. */
export function putDraft<K extends Kind>(
  recorder: Recorder,
  kind: K,
  id: Id,
  body: Body<K>,
  compartment: Id,
): Draft<K> & { action: 'put'; body: Body<K> } {
  return { ...start(recorder, kind, id, compartment), action: 'put', body };
}

/** A draft that retracts a subject. */
export function retractDraft<K extends Kind>(recorder: Recorder, kind: K, id: Id, compartment: Id): Draft<K> {
  return { ...start(recorder, kind, id, compartment), action: 'retract', body: null };
}

function start<K extends Kind>(recorder: Recorder, kind: K, id: Id, compartment: Id) {
  return {
    id: recorder.newId(),
    author: recorder.author,
    compartment,
    recordedAt: recorder.now(),
    salt: recorder.newSalt(),
    subject: { kind, id },
  };
}
