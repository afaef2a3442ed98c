import { type Draft, type Entry, foldEntries, hashEntry, type StoredEntry, seal, UserError } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryLog } from '../entry-log.ts';
import { bytesOf, destruction, NOW, party, put, retract, sha256Of, source, statement } from './drafts.ts';

/** A store under test: an empty log, and further connections to it. */
export interface StoreUnderTest {
  readonly log: EntryLog;
  /** Opens the same log once more, as another program would. */
  connectAgain(): Promise<EntryLog>;
  /** Closes what is open and takes everything away. */
  remove(): Promise<void>;
}

/** What every store must do, whatever it rests on. `create` makes an empty log of the named case. */
export function describeEntryLog(name: string, create: (caseId: string) => Promise<StoreUnderTest>): void {
  describe(`entry log: ${name}`, () => {
    let store: StoreUnderTest;
    let log: EntryLog;
    beforeEach(async () => {
      store = await create('talks');
      log = store.log;
    });
    afterEach(() => store.remove());

    const append = (...drafts: Draft[]) => log.append(drafts, NOW);

    describe('append and read', () => {
      it('gives back what was recorded, in order, from any connection', async () => {
        const recorded = await append(
          party('a', 'Ålesund – "A"'),
          put('party', 'b', { name: { ar: 'حزب', en: 'B \u0000 𝒳' } }),
          retract('party', 'a'),
        );
        const again = await store.connectAgain();
        expect(await again.read()).toEqual(recorded);
        expect(recorded.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
        expect(recorded.every(({ receivedAt, caseId }) => receivedAt === NOW && caseId === 'talks')).toBe(true);
        expect(again.caseId).toBe('talks');
        expect([
          ...foldEntries(await again.read())
            .of('party')
            .keys(),
        ]).toEqual(['b']);
      });

      it('reads a stretch', async () => {
        await append(party('a'), party('b'), party('c'));
        expect((await log.read({ after: 1, limit: 1 })).map(({ subject }) => subject.id)).toEqual(['b']);
        expect(await log.read({ after: 3 })).toEqual([]);
        expect(await log.read({ limit: 0 })).toEqual([]);
        await append(statement('said', 'Ann', 'some words'), party('d'));
        expect((await log.read({ without: ['party'] })).map(({ subject }) => subject.id)).toEqual(['said']);
        expect((await log.read({ after: 2, limit: 2, without: ['statement'] })).map(({ subject }) => subject.id)).toEqual(['c', 'd']);
      });

      it('chains by author and compartment, with a clock that never goes back', async () => {
        await log.append([party('a')], '2025-07-12T10:00:00.000Z');
        const other = put('party', 'b', { name: { en: 'B' } }, { author: 'bea' });
        const closed = put('party', 'c', { name: { en: 'C' } }, { compartment: 'team' });
        const entries = [...(await log.append([other, closed, party('d')], '2025-07-12T09:00:00.000Z'))];
        const [first] = await log.read();
        expect(entries.map(({ prev }) => prev)).toEqual([null, null, first?.hash]);
        expect(entries.map(({ clock }) => clock)).toEqual(
          [1, 2, 3].map((count) => ({ time: Date.parse('2025-07-12T10:00:00.000Z'), count })),
        );
        expect(await log.verify()).toEqual({ entries: 4, chains: 3, destroyed: 0, firstFault: null });
      });

      it('records all or none', async () => {
        const [first] = await append(party('a'));
        await expect(append(party('b'), { ...party('c'), id: first?.id ?? '' })).rejects.toThrow(UserError);
        await expect(append(party('b'), source('s', 'No bytes', 'not handed in'))).rejects.toThrow(sha256Of('not handed in'));
        expect(await log.read()).toHaveLength(1);
        expect((await append(party('d')))[0]?.prev).toBe(first?.hash);
      });

      it('records drafts as they are made, onto the same chains, each let go of before the next', async () => {
        await append(party('before'));
        let made = 0;
        const drafts = function* () {
          for (; made < 250; made++) yield party(`p${made}`);
        };
        expect(await log.appendEach(drafts(), NOW)).toBe(250);
        const [next] = await append(party('after'));
        expect(next?.sequence).toBe(252);
        expect((await log.read()).map(({ subject }) => subject.id).slice(1, 3)).toEqual(['p0', 'p1']);
        expect(await log.verify()).toMatchObject({ entries: 252, chains: 1, firstFault: null });
      });

      it('records none of the drafts that are made one by one where the last cannot be', async () => {
        const text = 'a report on night ferries';
        const drafts = function* () {
          yield source('s', 'Ferries', text);
          for (let at = 0; at < 250; at++) yield party(`p${at}`);
          throw new UserError('the last does not fit', { cure: 'mend it' });
        };
        const long = log.appendEach(drafts(), NOW, [bytesOf(text)]);
        const next = append(party('next'));
        await expect(long).rejects.toThrow('does not fit');
        expect((await next)[0]?.sequence).toBe(1);
        expect([await log.content(sha256Of(text)), await log.search('ferries')]).toEqual([null, []]);
      });
    });

    describe('contents', () => {
      it('keeps bytes by their digest, once', async () => {
        const bytes = Uint8Array.from([0, 255, 10, 13]);
        await log.append([], NOW, [bytes, bytesOf('')]);
        await log.append([], NOW, [bytes]);
        const { createHash } = await import('node:crypto');
        expect(Uint8Array.from((await log.content(createHash('sha256').update(bytes).digest('hex'))) ?? [])).toEqual(bytes);
        expect((await log.content(sha256Of('')))?.length).toBe(0);
        expect(await log.content('0'.repeat(64))).toBeNull();
      });
    });

    describe('merge', () => {
      const elsewhere = (...drafts: Draft[]): Entry[] => sealed(drafts, 'talks');

      it('takes in what is new, in any order, and passes over what is here', async () => {
        const entries = elsewhere(party('a'), party('b'), party('c'));
        const [a, b, c] = entries as [Entry, Entry, Entry];
        expect(await log.merge([a], NOW)).toHaveLength(1);
        const taken = await log.merge([c, a, b], '2025-08-01T00:00:00.000Z');
        expect(taken.map(({ subject, receivedAt }) => [subject.id, receivedAt])).toEqual([
          ['b', '2025-08-01T00:00:00.000Z'],
          ['c', '2025-08-01T00:00:00.000Z'],
        ]);
        expect(await log.merge(entries, NOW)).toEqual([]);
        expect((await log.read()).map((entry) => withoutPlace(entry))).toEqual(entries);
        expect((await log.verify()).firstFault).toBeNull();
      });

      it('goes on from the latest clock it has seen', async () => {
        const [later] = sealed([party('a')], 'talks', Date.parse('2030-01-01T00:00:00.000Z'));
        await log.merge([later as Entry], NOW);
        const [next] = await log.append([party('b')], NOW);
        expect(next?.clock).toEqual({ time: later?.clock.time, count: 1 });
      });

      it.each<[string, (entries: Entry[]) => Entry[], RegExp]>([
        ['a changed body', ([a]) => [{ ...a, body: { ...(a as Entry).body, note: 'changed' } } as Entry], /body was changed/],
        ['a changed field', ([a]) => [{ ...a, recordedAt: '2020-01-01T00:00:00.000Z' } as Entry], /hash does not match/],
        ['a missing link', ([a, , c]) => [a, c] as Entry[], /follows/],
        ['a body without its salt', ([a]) => [{ ...a, salt: null } as Entry], /without the salt/],
        ['another case', () => sealed([party('a')], 'other'), /case "other"/],
        ['no entry at all', ([a]) => [{ ...a, clock: { time: -1, count: 0 } } as Entry], /clock.time/],
        ['a body that is none of its kind', () => sealed([{ ...party('a'), body: { name: 7 } } as unknown as Draft], 'talks'), /name/],
        ['two entries under one id', ([a]) => [a as Entry, ...sealed([{ ...party('z'), id: (a as Entry).id }], 'talks', 5e12)], /its id/],
      ])('refuses %s and takes in nothing', async (_what, spoil, message) => {
        const entries = spoil(elsewhere(party('a'), party('b'), party('c')));
        await expect(log.merge(entries, NOW)).rejects.toThrow(UserError);
        await expect(log.merge(entries, NOW)).rejects.toThrow(message);
        expect(await log.read()).toEqual([]);
      });

      it('wants the bytes of a source, unless its content was destroyed', async () => {
        const [entry] = elsewhere(source('s', 'Report', 'words of the report')) as [Entry];
        await expect(log.merge([entry], NOW)).rejects.toThrow(/is not there/);
        await log.merge([{ ...entry, body: null, salt: null }], NOW);
        expect((await log.verify()).destroyed).toBe(1);
      });

      it('destroys here what a tombstone from elsewhere destroyed there', async () => {
        const secret = party('a', 'Mistaken Name');
        const entries = elsewhere(secret, party('b'), destruction(secret.id)) as [Entry, Entry, Entry];
        await log.merge(entries.slice(0, 2), NOW);
        await log.merge(entries.slice(2), NOW);
        expect((await log.read())[0]?.body).toBeNull();

        const fresh = await create('talks');
        await fresh.log.merge(entries, NOW);
        expect((await fresh.log.read()).map(({ body }) => body === null)).toEqual([true, false, false]);
        expect(await fresh.log.verify()).toMatchObject({ destroyed: 1, firstFault: null });
        await fresh.remove();
      });
    });

    describe('destroy', () => {
      it('takes the body, the salt and the bytes that only it named; the chain still checks', async () => {
        const [kept, gone] = [source('kept', 'Kept', 'shared words'), source('gone', 'Gone', 'shared words')];
        const alone = source('alone', 'Alone', 'words of one source');
        await log.append([kept, gone, alone, party('p')], NOW, [bytesOf('shared words'), bytesOf('words of one source')]);
        const [first] = await log.destroy([destruction(gone.id), destruction(alone.id)], NOW);

        expect(first).toMatchObject({ subject: { kind: 'destruction' }, body: { entryId: gone.id } });
        const entries = await log.read();
        expect(entries.filter(({ body }) => body === null).map(({ id, salt }) => [id, salt])).toEqual([
          [gone.id, null],
          [alone.id, null],
        ]);
        expect(await log.content(sha256Of('shared words'))).not.toBeNull();
        expect(await log.content(sha256Of('words of one source'))).toBeNull();
        expect(await log.search('words of one')).toEqual([]);
        expect(await log.search('Gone')).toEqual([]);
        expect(await log.search('shared')).toHaveLength(1);
        expect(await log.verify()).toEqual({ entries: 6, chains: 1, destroyed: 2, firstFault: null });
        expect([...foldEntries(entries).of('source').keys()]).toEqual(['kept']);
      });

      it('refuses an unknown entry and destroys nothing', async () => {
        const [entry] = await append(party('a'));
        await expect(log.destroy([destruction(entry?.id ?? ''), destruction('nowhere')], NOW)).rejects.toThrow(/"nowhere"/);
        expect((await log.read()).map(({ body }) => body === null)).toEqual([false]);
      });

      it('does not bring back an older version, in search either', async () => {
        await append(statement('x', 'Ann', 'older wording'));
        const [latest] = await append(statement('x', 'Ann', 'newer wording'));
        await log.destroy([destruction(latest?.id ?? '')], NOW);
        expect(await log.search('wording')).toEqual([]);
      });
    });

    describe('search', () => {
      const found = async (query: string, compartments?: string[]) =>
        (await log.search(query, compartments === undefined ? {} : { compartments: new Set(compartments) })).map(
          ({ subject }) => subject.id,
        );

      it('finds sources, statements and figures by their words, with the words around them', async () => {
        const text = 'The envoy said that the crossing would open on Friday.';
        await log.append([source('s', 'Crossing talks', text)], NOW, [bytesOf(text)]);
        const span = { start: 0, end: 14, text: '300 trucks a d' };
        await append(
          statement('x', 'Spokesperson Núñez', 'aid must pass'),
          put('figure', 'f', {
            sourceId: 's',
            span,
            measure: 'aid trucks',
            low: 300,
            high: 300,
            scope: 'northern gate',
            status: 'accepted',
          }),
        );
        expect(await found('envoy friday')).toEqual(['s']);
        expect(await found('nunez')).toEqual(['x']);
        expect(await found('northern')).toEqual(['f']);
        expect((await found('aid')).sort()).toEqual(['f', 'x']);
        expect(await found('cross')).toEqual(['s']);
        const [hit] = await log.search('envoy');
        expect(hit).toMatchObject({ subject: { kind: 'source', id: 's' }, compartment: 'public' });
        expect(hit?.snippet).toContain('\ue000envoy\ue001');
        expect(await log.search('aid', { limit: 1 })).toHaveLength(1);
      });

      it('shows of each what stands in it, and of none what stands in another', async () => {
        await append(statement('first', 'Ann', 'the envoys will meet'), statement('second', 'Ben', 'no envoys were sent'));
        const snippets = new Map((await log.search('envoys')).map(({ subject, snippet }) => [subject.id, snippet]));
        expect(snippets.get('first')).toBe('the \ue000envoys\ue001 will meet');
        expect(snippets.get('second')).toBe('no \ue000envoys\ue001 were sent');
      });

      it.each([
        ['Arabic', 'قال المفاوضون إن المعابر ستفتح', 'المعابر'],
        ['Arabic with vowel marks in the text', 'قَالَ المُفَاوِضُونَ', 'المفاوضون'],
        ['Arabic with vowel marks in the query', 'قال المفاوضون', 'المُفَاوِضُونَ'],
        ['Hebrew', 'הנציג אמר כי המעבר ייפתח', 'המעבר'],
        ['Hebrew with points', 'שָׁלוֹם לכולם', 'שלום'],
        ['Latin with accents', 'El señor Gutiérrez', 'gutierrez'],
      ])('finds %s', async (_what, words, query) => {
        await append(statement('x', 'Ann', words));
        expect(await found(query)).toEqual(['x']);
      });

      it.each([
        '"',
        'AND',
        'a OR',
        'NEAR(',
        'title:x',
        '-',
        '*',
        '^a',
        '(((',
        "'; DROP TABLE entries; --",
        '',
        '   ',
        '\ud800',
        '\0',
        'a'.repeat(10_000),
      ])('takes %j as plain words', async (query) => {
        await append(statement('x', 'Ann', 'some words'));
        expect(Array.isArray(await log.search(query))).toBe(true);
      });

      it('takes a long query', async () => {
        await append(statement('x', 'Ann', 'some words'));
        expect(await found('words '.repeat(5000))).toEqual(['x']);
        expect(await found('w'.repeat(50_000))).toEqual([]);
      });

      it('shows only what holds: not the superseded, retracted or rejected', async () => {
        await append(
          statement('x', 'Ann', 'first wording'),
          statement('y', 'Ann', 'other wording'),
          statement('z', 'Ann', 'third wording'),
        );
        await append(
          statement('x', 'Ann', 'second attempt'),
          retract('statement', 'y'),
          statement('z', 'Ann', 'third wording', { status: 'rejected' }),
        );
        expect(await found('wording')).toEqual([]);
        expect(await found('attempt')).toEqual(['x']);
        await append(statement('y', 'Ann', 'other wording'));
        expect(await found('wording')).toEqual(['y']);
      });

      it('keeps to the compartments asked for, and to the version that holds in them', async () => {
        await append(statement('x', 'Ann', 'open wording'), statement('x', 'Ann', 'closed wording', { compartment: 'team' }));
        await append(statement('y', 'Ann', 'secret wording', { compartment: 'team' }));
        expect(await found('wording', ['public'])).toEqual(['x']);
        expect(await found('open', ['public'])).toEqual(['x']);
        expect(await found('secret closed', ['public'])).toEqual([]);
        expect(await found('open', ['public', 'team'])).toEqual([]);
        expect(await found('closed')).toEqual(['x']);
        expect(await found('wording', [])).toEqual([]);
      });

      it('finds the words of a text of several megabytes, once, and no more when another text took its place', async () => {
        const quiet = 'The road by the harbour was closed for most of the morning.\n'.repeat(40_000);
        const text = `Zanzibar opens.\n${quiet}${quiet}Quagga closes. Zanzibar ends with a ferry.\n${quiet}Zanzibar`;
        await log.append([source('s', 'Harbour notes', text), source('t', 'Other', 'nothing of it')], NOW, [
          bytesOf(text),
          bytesOf('nothing of it'),
        ]);
        expect(await found('zanzibar')).toEqual(['s']);
        expect(await found('quagga closes')).toEqual(['s']);
        expect((await log.search('road')).map(({ subject }) => subject.id)).toEqual(['s']);
        expect((await log.search('quagga'))[0]?.snippet).toContain('\ue000Quagga\ue001 closes');
        expect(await found('notes')).toEqual(['s']);
        await log.append([source('s', 'Harbour notes', 'short now')], NOW, [bytesOf('short now')]);
        expect(await found('zanzibar')).toEqual([]);
        expect(await found('quagga')).toEqual([]);
        expect(await found('short')).toEqual(['s']);
      });

      it('lets an entry that arrives late not replace a later version', async () => {
        const [older, newer] = sealed([statement('x', 'Ann', 'older wording'), statement('x', 'Bea', 'newer wording', {})], 'talks') as [
          Entry,
          Entry,
        ];
        const apart = { ...newer, author: 'bea', prev: null };
        await log.merge([{ ...apart, hash: hashEntry(apart) }], NOW);
        await log.merge([older], NOW);
        expect(await found('older')).toEqual([]);
        expect(await found('newer')).toEqual(['x']);
      });
    });

    describe('watch', () => {
      it('tells of own entries at once', async () => {
        const seen: number[] = [];
        const stop = log.watch((sequence) => seen.push(sequence));
        await append(party('a'), party('b'));
        expect(seen).toEqual([2]);
        stop();
        await append(party('c'));
        expect(seen).toEqual([2]);
      });

      it('tells of entries through another connection within a second, and both write onto one chain', async () => {
        const other = await store.connectAgain();
        await append(party('a'));
        const told = new Promise<number>((resolve) => log.watch(resolve));
        const begun = performance.now();
        await other.append([party('b')], NOW);
        expect(await told).toBe(2);
        expect(performance.now() - begun).toBeLessThan(1000);
        await append(party('c'));
        expect((await other.read()).map(({ subject }) => subject.id)).toEqual(['a', 'b', 'c']);
        expect((await other.verify()).firstFault).toBeNull();
      });
    });

    it('closes twice without complaint', async () => {
      await log.close();
      await log.close();
    });
  });
}

/** Drafts sealed on one chain in another store. */
function sealed(drafts: readonly Draft[], caseId: string, time = Date.parse(NOW)): Entry[] {
  let prev: string | null = null;
  return drafts.map((draft, count) => {
    const entry = seal(draft, { caseId, clock: { time, count }, prev });
    prev = entry.hash;
    return entry;
  });
}

function withoutPlace({ sequence: _sequence, receivedAt: _receivedAt, ...entry }: StoredEntry): Entry {
  return entry;
}
