import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Body, countWitnesses, UserError } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSource } from './add-source.ts';
import { asOf } from './as-of.ts';
import { type CaseSession, newCase } from './case-session.ts';
import { lexiconOffers } from './lexicon-offers.ts';
import { modelReader } from './model-reader.ts';
import { machineRecorder, putDraft } from './recorder.ts';
import { undo } from './undo.ts';
import { joinUtterance, suggestUtterances } from './utterances.ts';

const WIRE = [
  'The Harbour League said on Tuesday that its crews would accept night ferries if the northern pier is lit by the spring.',
  'The Island Board has not answered. Its engineers are to report in March, and until then nothing will be decided on the lamps.',
].join('\n\n');
const ACCEPTED = 'its crews would accept night ferries if the northern pier is lit by the spring';

const recorder = machineRecorder('ana');
let folder: string;
let session: CaseSession;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-second-'));
  session = await newCase(join(folder, 'ferries.parley'), { title: { en: 'Ferries' }, recorder });
  await session.commit([
    putDraft(recorder, 'compartment', 'team', { name: { en: 'Team' }, within: 'public' }, 'public'),
    putDraft(recorder, 'party', 'league', { name: { en: 'Harbour League' }, aliases: ['the League'], factions: [] }, 'public'),
    putDraft(recorder, 'party', 'lanterns', { name: { en: 'Lantern Guild' }, aliases: [], factions: [] }, 'team'),
  ]);
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (text: string, more: object = {}) =>
  addSource(session, { bytes: new TextEncoder().encode(text), published: '2031-02-05', ...more });
const statements = () => [...session.record.of('statement').values()];

describe('a language model as a second reader', () => {
  const sent: string[] = [];
  beforeEach(() => void sent.splice(0));
  const reader = (isReleased: boolean, ...proposals: object[]) =>
    modelReader({
      endpoint: 'http://127.0.0.1:9/v1',
      model: 'small-1',
      timeoutMs: 1000,
      isReleased,
      fetch: async (_, init) => {
        sent.push(String(init?.body));
        return new Response(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements: proposals }) } }] }));
      },
    });
  const DECIDED = {
    content: ['nothing will be decided on the lamps'],
    speaker: 'The Island Board',
    cue: 'has not answered',
    strength: 'declinesToSay',
  };

  it('suggests in its own name, with what it was asked by, and no confidence', async () => {
    const { suggested, notes } = await add(WIRE, {
      secondReader: reader(false, DECIDED, { ...DECIDED, content: ['the lamps are paid for'] }),
    });
    const found = statements().filter(({ body }) => body.suggestedBy?.name === 'small-1');
    expect(found).toHaveLength(1);
    expect(suggested).toBe(statements().length);
    expect(found[0]?.body).toMatchObject({ status: 'suggested', suggestedBy: { name: 'small-1', version: 'prompt 1' } });
    expect(found[0]?.body.confidence).toBeUndefined();
    expect(found[0]?.body.note).toMatch(/small-1 at 127\.0\.0\.1:9: prompt 1, temperature 0, parts of 12000 characters/);
    expect(notes).toEqual(['1 proposal of small-1 dropped: the words do not stand in the text']);
  });

  it('adds nothing where our reader found the same', async () => {
    await add(WIRE);
    const before = statements().length;
    const same = { content: [ACCEPTED], speaker: 'The Harbour League', cue: 'said', strength: 'asserts' };
    const copy = await add(`${WIRE}\n`, { secondReader: reader(false, same) });
    expect([before, copy.suggested]).toEqual([before, before]);
    expect(statements().every(({ body }) => body.suggestedBy?.name === 'parley-reader')).toBe(true);
  });

  it('is never sent a confidential text that was not released, nor any name of the case', async () => {
    const before = session.entries.length;
    const refused = add(WIRE, { compartment: 'team', secondReader: reader(false, DECIDED) });
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(/"team" to the model small-1/);
    expect([sent, session.entries.length]).toEqual([[], before]);
    await add(WIRE, { compartment: 'team', secondReader: reader(true, DECIDED) });
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain('Lantern');
    expect(statements().every(({ entry }) => entry.compartment === 'team')).toBe(true);
  });
});

describe('near duplicates', () => {
  it('are told when a report is added, the nearest first, and nothing is recorded of it', async () => {
    const first = await add(WIRE);
    expect(first.similar).toEqual([]);
    const second = await add(`ORMUND (Wire) ${WIRE}`);
    expect(second.similar.map(({ sourceId }) => sourceId)).toEqual([first.sourceId]);
    const third = await add(`${WIRE}\n\nOur staff.`);
    expect(third.similar.map(({ sourceId }) => sourceId)).toEqual([first.sourceId, second.sourceId]);
    for (const { share } of third.similar) expect(share).toBeGreaterThanOrEqual(0.7);
    for (const { body } of session.record.of('source').values()) expect(body.derivedFrom).toBeUndefined();
    expect((await add('The weather over Ormund stayed fair all week, the harbour office said.')).similar).toEqual([]);
  });

  it('in a narrower compartment are not told to a wider one', async () => {
    const hidden = await add(WIRE, { compartment: 'team' });
    const open = await add(`ORMUND (Wire) ${WIRE}`);
    expect(open.similar).toEqual([]);
    const within = await add(`${WIRE}\n\nOur staff.`, { compartment: 'team' });
    expect(new Set(within.similar.map(({ sourceId }) => sourceId))).toEqual(new Set([hidden.sourceId, open.sourceId]));
  });

  it('that were retracted are told no more', async () => {
    const { sourceId, recorded } = await add(WIRE);
    await undo(
      session,
      recorded.map(({ id }) => id),
    );
    expect(session.record.of('source').has(sourceId)).toBe(false);
    expect((await add(`ORMUND (Wire) ${WIRE}`)).similar).toEqual([]);
  });
});

describe('one utterance with several witnesses', () => {
  const OTHER =
    'Night ferries may come to Ormund. The Harbour League told our paper that crews accept night ferries once the northern pier is lit in spring.';
  const groups = async (compartments?: string[]) =>
    (await suggestUtterances(session, asOf(session, { compartments }).record)).map((group) => group.statements.map(({ id }) => id));
  const ofLeague = (compartment: string) =>
    statements().filter(({ body, entry }) => body.speaker.partyId === 'league' && entry.compartment === compartment);

  it('is offered, joined, counted once and offered no more; undo parts them', async () => {
    await add(WIRE);
    await add(OTHER);
    const [ids, ...rest] = await groups();
    expect(rest).toEqual([]);
    expect(ids).toEqual(
      ofLeague('public')
        .map(({ id }) => id)
        .sort(),
    );
    expect(countWitnesses(session.record, ofLeague('public'))).toBe(2);
    const entries = await joinUtterance(session, ids ?? []);
    expect(countWitnesses(session.record, ofLeague('public'))).toBe(1);
    expect(await groups()).toEqual([]);
    await undo(
      session,
      entries.map(({ id }) => id),
    );
    expect(await groups()).toEqual([ids]);
  });

  it('a third witness joins the others', async () => {
    await add(WIRE);
    await add(OTHER);
    await joinUtterance(session, (await groups())[0] ?? []);
    await add(`${WIRE}\n\nOur staff.`);
    const [ids] = await groups();
    expect(ids).toHaveLength(3);
    await joinUtterance(session, ids?.slice(1) ?? []);
    expect(new Set(ofLeague('public').map(({ body }) => body.utteranceId)).size).toBe(1);
  });

  it('does not reach from one compartment into another', async () => {
    await add(WIRE);
    await add(OTHER, { compartment: 'team' });
    expect(await groups()).toEqual([]);
    const before = session.entries.length;
    const across = [...ofLeague('public'), ...ofLeague('team')].map(({ id }) => id);
    await expect(joinUtterance(session, across)).rejects.toThrow(/wider compartment/);
    expect(session.entries).toHaveLength(before);
    await add(`${OTHER} More soon.`, { compartment: 'team' });
    expect(await groups()).toHaveLength(1);
    expect(await groups(['public'])).toEqual([]);
  });

  it('is refused for one statement, or one that is not there', async () => {
    await add(WIRE);
    const { id } = ofLeague('public')[0] ?? { id: '' };
    await expect(joinUtterance(session, [id, id])).rejects.toThrow(/one statement alone/);
    await expect(joinUtterance(session, [id, 'none'])).rejects.toThrow(/there is no statement "none"/);
  });
});

describe('aliases from accepted statements', () => {
  const accept = async (name: string, more: Partial<Body<'statement'>['speaker']> = {}, compartment = 'public') => {
    const sourceId = [...session.record.of('source').values()].find(({ entry }) => entry.compartment === 'public')?.id ?? '';
    const start = WIRE.indexOf(ACCEPTED);
    const body: Body<'statement'> = {
      sourceId,
      speaker: { name, anonymous: false, partyId: 'league', ...more },
      relays: [],
      content: [{ start, end: start + ACCEPTED.length, text: ACCEPTED }],
      strength: 'asserts',
      speech: 'indirect',
      links: [],
      status: 'accepted',
    };
    const id = recorder.newId();
    await session.commit([putDraft(recorder, 'statement', id, body, compartment)]);
    return id;
  };

  it('are offered, the most used first, and only added by changing the party', async () => {
    await add(WIRE);
    const [varn, crews, again] = [await accept('Ilse Varn'), await accept('The Ormund Crews'), await accept('the Ormund crews')];
    const before = session.entries.length;
    const offered = { use: 'alias', partyId: 'league', compartment: 'public' };
    expect(await lexiconOffers(session, session.record)).toEqual([
      { ...offered, words: 'The Ormund Crews', statements: [crews, again].sort() },
      { ...offered, words: 'Ilse Varn', statements: [varn] },
    ]);
    expect(session.entries).toHaveLength(before);
    const aliases = ['the League', 'Ilse Varn', 'Ormund Crews'];
    await session.commit([putDraft(recorder, 'party', 'league', { name: { en: 'Harbour League' }, aliases, factions: [] }, 'public')]);
    expect(await lexiconOffers(session, session.record)).toEqual([]);
  });

  it('are no names it has, pronouns, descriptions, anonymous speakers or names from a narrower compartment', async () => {
    await add(WIRE);
    await accept('A spokesman for the Harbour League');
    await accept('He');
    await accept('a senior official');
    await accept('Officials close to the crews', { anonymous: true });
    await accept('Otto Brandt', {}, 'team');
    expect(await lexiconOffers(session, session.record)).toEqual([]);
  });
});
