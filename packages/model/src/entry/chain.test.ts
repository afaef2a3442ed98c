import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies, testLog } from '../testing/record.ts';
import type { StoredEntry } from './entry.ts';
import { compareEntries, tick } from './order.ts';
import { canonicalJson, destroyed, digest, hashBody } from './seal.ts';
import { verifyChains } from './verify-chains.ts';

function smallLog(): StoredEntry[] {
  const log = testLog();
  log.put('party', 'north', bodies.party('North'));
  log.put('compartment', 'team', { name: { en: 'Team' } });
  log.put('party', 'south', bodies.party('South'), 'team');
  log.put('party', 'north', bodies.party('The North'));
  log.retract('party', 'south', 'team');
  return log.entries;
}

describe('digests', () => {
  it('agree with another SHA-256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(digest(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });

  it('canonical JSON is the same whether what is in it is numbers or not', () => {
    const numbers = fc.letrec((tie) => ({
      nest: fc.oneof({ maxDepth: 4 }, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.array(tie('nest'), { maxLength: 4 })),
    })).nest;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(numbers))), (body) => {
        expect(canonicalJson(body)).toBe(canonicalize(body));
      }),
    );
    expect(canonicalJson({ a: [-0, [1e21]], b: undefined, A: 1 })).toBe('{"A":1,"a":[0,[1e+21]]}');
    expect(() => canonicalJson({ a: [1], b: Number.NaN })).toThrow();
  });

  it('canonical JSON is that of RFC 8785, section 3.2.3', () => {
    const input = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\u0000': 'x',
      '1': 'One',
      ö: 'Latin',
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
    };
    expect(canonicalJson(input)).toBe(
      '{"\\u0000":"x","\\r":"Carriage Return","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"ö":"Latin","€":"Euro Sign"}',
    );
  });

  it('do not depend on the order of keys, and differ with the salt', () => {
    expect(hashBody('salt', { a: 1, b: 2 })).toBe(hashBody('salt', { b: 2, a: 1 }));
    expect(hashBody('salt', { a: 1 })).not.toBe(hashBody('pepper', { a: 1 }));
  });
});

describe('the clock', () => {
  it('never goes back, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (times) => {
        let last: StoredEntry['clock'] | null = null;
        for (const time of times) {
          const next = tick(last, time);
          if (last !== null) expect(compareEntries({ clock: last, id: 'b' }, { clock: next, id: 'a' })).toBeLessThan(0);
          last = next;
        }
      }),
    );
  });
});

describe('verifying chains', () => {
  it('passes a log as it was recorded: one chain for each author and compartment', () => {
    expect(verifyChains(smallLog())).toEqual({ entries: 5, chains: 2, destroyed: 0, firstFault: null });
  });

  it('still checks after bodies were destroyed', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4]), (gone) => {
        const entries = smallLog().map((entry, i) => (gone.includes(i) ? destroyed(entry) : entry));
        expect(verifyChains(entries)).toEqual({ entries: 5, chains: 2, destroyed: gone.length, firstFault: null });
        for (const i of gone) expect(JSON.stringify(entries[i])).not.toContain('North');
      }),
    );
  });

  it('names the first entry that was tampered with, whatever was changed in it', () => {
    const changes: Record<string, (entry: StoredEntry) => StoredEntry> = {
      body: (entry) => ({ ...entry, body: bodies.party('Other') as never }),
      author: (entry) => ({ ...entry, author: 'somebody-else' }),
      recordedAt: (entry) => ({ ...entry, recordedAt: '2024-01-01T00:00:00.000Z' }),
      clock: (entry) => ({ ...entry, clock: { time: 0, count: 0 } }),
      compartment: (entry) => ({ ...entry, compartment: 'public2' }),
      subject: (entry) => ({ ...entry, subject: { kind: 'party', id: 'east' } }),
      prev: (entry) => ({ ...entry, prev: digest('another') }),
      action: (entry) => ({ ...entry, action: entry.action === 'put' ? 'retract' : 'put' }),
    };
    fc.assert(
      fc.property(fc.nat({ max: 4 }), fc.constantFrom(...Object.keys(changes)), (i, field) => {
        const entries = smallLog();
        const changed = (changes[field] as (entry: StoredEntry) => StoredEntry)(entries[i] as StoredEntry);
        entries[i] = changed;
        expect(verifyChains(entries).firstFault?.entryId).toBe(changed.id);
      }),
    );
  });

  it('notices an entry that was taken out, unless it was the last of its chain', () => {
    for (const [i, follower] of [
      [0, 'author-1-2'],
      [1, 'author-1-4'],
      [2, 'author-1-5'],
    ] as const) {
      expect(verifyChains(smallLog().toSpliced(i, 1)).firstFault?.entryId).toBe(follower);
    }
  });
});
