import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEntry } from '../entry/entry.ts';
import { bodies, testLog } from '../testing/record.ts';
import { supportedPositions, supporting } from '../views/evidence.ts';
import { tableOf } from '../views/table.ts';
import { KIND_NAMES } from '../words/kinds.ts';
import { type CaseRecord, foldEntries, startFold } from './fold.ts';

/** The whole of a record as plain data, to compare two of them. */
function plain(record: CaseRecord): unknown {
  return KIND_NAMES.map((kind) => [...record.of(kind)].map(([id, { body }]) => ({ id, body })).sort((a, b) => (a.id < b.id ? -1 : 1)));
}

type Step = {
  kind: 'party' | 'issue' | 'source' | 'statement' | 'position';
  id: number;
  act: 'put' | 'retract' | 'destroy';
  extra: number;
  secret: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('party', 'issue', 'source', 'statement', 'position'),
  id: fc.nat({ max: 3 }),
  act: fc.constantFrom('put', 'put', 'put', 'retract', 'destroy'),
  extra: fc.nat({ max: 9 }),
  secret: fc.boolean(),
});

/** A log of steps by two authors, as one store received it. */
function logOf(steps: readonly Step[]): StoredEntry[] {
  const log = testLog();
  for (const { kind, id, act, extra, secret } of steps) {
    const compartment = secret ? 'team' : 'public';
    const name = `${kind}${id}`;
    if (act === 'retract') log.retract(kind, name, compartment);
    else if (act === 'destroy') {
      const target = log.entries[extra % Math.max(1, log.entries.length)];
      if (target) log.put('destruction', `d${log.entries.length}`, { entryId: target.id, reason: 'a name by mistake' }, compartment);
    } else if (kind === 'party') log.put(kind, name, bodies.party(`Party ${extra}`), compartment);
    else if (kind === 'issue') log.put(kind, name, bodies.issue('option0', 'option1'), compartment);
    else if (kind === 'source') log.put(kind, name, bodies.source({ title: `Report ${extra}` }), compartment);
    else if (kind === 'statement') {
      const status = (['accepted', 'suggested', 'rejected'] as const)[extra % 3] as 'accepted';
      const speaker = { name: 'an official', ...(extra > 2 && { partyId: `party${extra % 4}` }) };
      const links = [0, extra % 2, extra % 3].map((issue) => ({ issueId: `issue${issue}` }));
      log.put(kind, name, bodies.statement(`source${extra % 4}`, { status, speaker, links }), compartment);
    } else {
      const stance = (['demands', 'accepts', 'mayAccept', 'rejects', 'redLine'] as const)[extra % 5] as 'demands';
      const evidence = [`statement${extra % 4}`, `statement${(extra + 1) % 4}`];
      const from = extra % 3 === 0 ? undefined : `2025-0${(extra % 8) + 1}`;
      log.put(
        kind,
        name,
        { partyId: `party${extra % 4}`, issueId: `issue${id}`, optionId: `option${extra % 2}`, stance, voice: 'official', from, evidence },
        compartment,
      );
    }
  }
  return log.entries;
}

const logs = fc.array(step, { maxLength: 40 }).map(logOf);

describe('folding', () => {
  it('does not depend on the order of arrival, nor on repeats', () => {
    fc.assert(
      fc.property(
        logs.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })),
        ),
        ([entries, shuffled]) => {
          expect(plain(foldEntries(shuffled))).toEqual(plain(foldEntries(entries)));
          expect(plain(foldEntries([...shuffled, ...entries]))).toEqual(plain(foldEntries(entries)));
        },
      ),
    );
  });

  it('gives the same whether all at once or entry by entry', () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const fold = startFold();
        entries.forEach((entry, i) => {
          fold.add(entry);
          expect(plain(fold.record)).toEqual(plain(foldEntries(entries.slice(0, i + 1))));
          expect(tableOf(fold.record, '2025-06-01')).toEqual(tableOf(foldEntries(entries.slice(0, i + 1)), '2025-06-01'));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('the table after each entry is that of the whole record made at once', () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const fold = startFold();
        entries.forEach((entry, i) => {
          fold.add(entry);
          expect(tableOf(fold.record, '2025-06-01')).toEqual(tableOf(foldEntries(entries.slice(0, i + 1)), '2025-06-01'));
        });
      }),
    );
  });

  it('restores the view when what was retracted is put again', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (entries, pick) => {
        const before = foldEntries(entries);
        const there = KIND_NAMES.filter((kind) => kind !== 'destruction').flatMap((kind) => [...before.of(kind).values()]);
        const version = there[pick % Math.max(1, there.length)];
        if (version === undefined) return;
        const later = testLog('author-2', 1000);
        const { kind, id } = version.entry.subject;
        const retracted = [...entries, later.retract(kind, id, version.entry.compartment)];
        expect(foldEntries(retracted).of(kind).has(id)).toBe(false);
        const restored = [...retracted, later.put(kind, id, version.body as never, version.entry.compartment)];
        expect(plain(foldEntries(restored))).toEqual(plain(before));
      }),
    );
  });

  it('an as-of view is that of the entries received by then, and sees no later one', () => {
    fc.assert(
      fc.property(logs, fc.nat({ max: 45 }), (entries, day) => {
        const knownAt = new Date(Date.UTC(2025, 0, 1 + day)).toISOString();
        const view = foldEntries(entries, { knownAt });
        for (const kind of KIND_NAMES) for (const { entry } of view.of(kind).values()) expect(entry.receivedAt <= knownAt).toBe(true);
        expect(plain(view)).toEqual(plain(foldEntries(entries.filter(({ receivedAt }) => receivedAt <= knownAt))));
      }),
    );
  });

  it('shows nothing of a compartment that is left out, in no count either', () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const view = foldEntries(entries, { compartments: new Set(['public']) });
        const open = foldEntries(entries.filter(({ compartment }) => compartment === 'public'));
        expect(plain(view)).toEqual(plain(open));
        expect(tableOf(view, '2025-06-01')).toEqual(tableOf(open, '2025-06-01'));
      }),
    );
  });

  it('hides what was destroyed, and brings no earlier version back in its place', () => {
    const log = testLog();
    log.put('party', 'north', bodies.party('Right name'));
    const mistake = log.put('party', 'north', bodies.party('A name by mistake'));
    const tombstone = log.put('destruction', 'd1', { entryId: mistake.id, reason: 'a name by mistake' });
    for (const order of [log.entries, [...log.entries].reverse(), [tombstone, mistake]])
      expect(foldEntries(order).of('party').size).toBe(0);
    log.put('party', 'north', bodies.party('Right name'));
    expect(foldEntries(log.entries).of('party').get('north')?.body.name).toEqual({ en: 'Right name' });
  });

  it('shows no position whose evidence is not there, accepted', () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const record = foldEntries(entries);
        const shown = new Set(supportedPositions(record).map(({ id }) => id));
        for (const cell of tableOf(record, '2025-06-01').cells) {
          for (const { positions, witnesses } of cell.stances) {
            for (const id of positions) expect(shown).toContain(id);
            expect(witnesses).toBeGreaterThan(0);
          }
        }
        for (const position of supportedPositions(record)) {
          const evidence = supporting(record, position.body.evidence);
          expect(evidence.length).toBeGreaterThan(0);
          for (const { id, body } of evidence) {
            expect(record.of('statement').get(id)?.body.status).toBe('accepted');
            expect(record.of('source').has(body.sourceId)).toBe(true);
          }
        }
      }),
    );
  });
});
