import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Body, countWitnesses, spanOf, UserError } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSource } from './add-source.ts';
import { type CaseSession, newCase } from './case-session.ts';
import { suggestCopies } from './copies.ts';
import { declineOffer } from './declined-offers.ts';
import { lexiconOffers } from './lexicon-offers.ts';
import { addWord, lexiconWords, removeWord } from './lexicon-words.ts';
import { changeSubject } from './put-subject.ts';
import { readAgain } from './read-again.ts';
import { machineRecorder, putDraft } from './recorder.ts';
import { undo } from './undo.ts';
import { unreadSentences } from './unread-sentences.ts';

const recorder = machineRecorder('ana');
let folder: string;
let session: CaseSession;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-lexicon-'));
  session = await newCase(join(folder, 'ferries.parley'), { title: { en: 'Ferries' }, recorder });
  await session.commit([
    putDraft(recorder, 'compartment', 'team', { name: { en: 'Team' }, within: 'public' }, 'public'),
    putDraft(
      recorder,
      'party',
      'league',
      { name: { en: 'Harbour League' }, aliases: ['the League'], factions: [{ id: 'crews', name: { en: 'Crews' }, aliases: [] }] },
      'public',
    ),
    putDraft(
      recorder,
      'issue',
      'pier',
      { name: { en: 'Northern pier' }, kind: 'choice', terms: ['pier'], options: [{ id: 'open', name: { en: 'Open' }, terms: [] }] },
      'public',
    ),
    putDraft(recorder, 'issue', 'dues', { name: { en: 'Dues' }, kind: 'choice', terms: [], options: [] }, 'public'),
  ]);
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (text: string, more: object = {}) =>
  addSource(session, { bytes: new TextEncoder().encode(text), published: '2031-02-05', ...more });
const statements = () => [...session.record.of('statement').values()];
const offers = () => lexiconOffers(session, session.record);

/** Records a statement as a reviewer marks it: its cue and content by their words in the text. */
async function mark(
  sourceId: string,
  text: string,
  parts: { cue?: string; content: string; strength?: Body<'statement'>['strength']; links?: Body<'statement'>['links'] },
  compartment = 'public',
) {
  const span = (words: string) => spanOf(text, text.indexOf(words), text.indexOf(words) + words.length);
  const body: Body<'statement'> = {
    sourceId,
    speaker: { name: 'The Harbour League', anonymous: false, partyId: 'league' },
    relays: [],
    ...(parts.cue !== undefined && { cue: span(parts.cue) }),
    content: [span(parts.content)],
    strength: parts.strength ?? 'asserts',
    speech: 'indirect',
    links: parts.links ?? [],
    status: 'accepted',
  };
  const id = recorder.newId();
  await session.commit([putDraft(recorder, 'statement', id, body, compartment)]);
  return id;
}

const FIRST = 'The Harbour League flagged late repairs to the northern pier. The weather stayed fair.';
const SECOND = 'On Friday the Harbour League flagged new dues for every ferry. Nobody else was asked.';

describe('a cue that reviewers marked and the reader did not know', () => {
  it('is offered from the second time on, with the strength they gave it; accepted, the next reading goes by it', async () => {
    const first = await add(FIRST);
    expect(first.suggested).toBe(0);
    const one = await mark(first.sourceId, FIRST, { cue: 'flagged', content: 'late repairs to the northern pier', strength: 'expects' });
    expect(await offers()).toEqual([]);
    const second = await add(SECOND);
    const two = await mark(second.sourceId, SECOND, { cue: 'flagged', content: 'new dues for every ferry', strength: 'expects' });
    const offer = { use: 'cue', words: 'flag', language: 'en', strength: 'expects', compartment: 'public', statements: [one, two].sort() };
    expect(await offers()).toEqual([offer]);

    await addWord(session, { use: 'cue', words: 'flag', language: 'en', strength: 'expects' }, { evidence: [one, two] });
    expect(await offers()).toEqual([]);
    expect(lexiconWords(session.record)).toContainEqual(expect.objectContaining({ use: 'cue', words: 'flag', evidence: [one, two] }));
    const third = await add('The Island Board flagged longer waits at the lock.');
    expect(third.suggested).toBe(1);
    expect(statements().find(({ body }) => body.sourceId === third.sourceId)?.body).toMatchObject({
      status: 'suggested',
      cue: { text: 'flagged' },
      strength: 'expects',
    });
  });

  it('finds in a report that was there before what it did not find, once that is read again', async () => {
    const { sourceId } = await add('The Island Board flagged longer waits at the lock.');
    expect(await readAgain(session, sourceId)).toEqual([]);
    await addWord(session, { use: 'cue', words: 'flag', language: 'en', strength: 'expects' });
    expect(await readAgain(session, sourceId)).toHaveLength(1);
    expect(await readAgain(session, sourceId)).toEqual([]);
  });

  it('declined is offered no more, until that is undone', async () => {
    for (const text of [FIRST, SECOND]) {
      const { sourceId } = await add(text);
      await mark(sourceId, text, { cue: 'flagged', content: text === FIRST ? 'late repairs' : 'new dues' });
    }
    const recorded = await declineOffer(session, { offer: 'cue', words: 'flag', language: 'en' });
    expect(await offers()).toEqual([]);
    await undo(
      session,
      recorded.map(({ id }) => id),
    );
    expect(await offers()).toHaveLength(1);
  });

  it('in a narrower compartment is offered for that one, and serves no wider one', async () => {
    for (const text of [FIRST, SECOND]) {
      const { sourceId } = await add(text, { compartment: 'team' });
      await mark(sourceId, text, { cue: 'flagged', content: text === FIRST ? 'late repairs' : 'new dues' }, 'team');
    }
    const [offer] = await offers();
    expect(offer?.compartment).toBe('team');
    await addWord(session, { use: 'cue', words: 'flag', language: 'en', strength: 'asserts' }, { compartment: 'team' });
    expect((await add('The Island Board flagged longer waits at the lock.')).suggested).toBe(0);
    expect((await add('The Island Board flagged shorter waits at the lock.', { compartment: 'team' })).suggested).toBe(1);
  });
});

describe('terms of issues', () => {
  it('are offered from what reviewers linked by hand, and link once accepted', async () => {
    const text = 'Boats. The fee would be fair. The board sets the fee. Nobody pays a fee twice. The end.';
    const { sourceId } = await add(text);
    const links = [{ issueId: 'dues' }];
    const ids = [
      await mark(sourceId, text, { content: 'The fee would be fair', links }),
      await mark(sourceId, text, { content: 'The board sets the fee', links }),
      await mark(sourceId, text, { content: 'Nobody pays a fee twice', links }),
    ];
    const [offer, ...more] = await offers();
    expect(more).toEqual([]);
    expect(offer).toEqual({ use: 'term', issueId: 'dues', words: 'fee', compartment: 'public', statements: ids.sort() });
    await addWord(session, { use: 'term', issueId: 'dues', words: 'fee' });
    expect(await offers()).toEqual([]);
    const next = await add('The Harbour League said that the fee is too high.');
    expect(statements().find(({ body }) => body.sourceId === next.sourceId)?.body.links).toEqual([{ issueId: 'dues' }]);
  });
});

describe('words', () => {
  it('are added to a party, a faction, an issue and an option, and taken out again', async () => {
    const words = [
      { use: 'alias', partyId: 'league', words: 'the Quay' },
      { use: 'alias', partyId: 'league', factionId: 'crews', words: 'the stokers' },
      { use: 'term', issueId: 'pier', words: 'jetty' },
      { use: 'term', issueId: 'pier', optionId: 'open', words: 'reopened' },
    ] as const;
    const before = lexiconWords(session.record);
    for (const word of words) await addWord(session, word);
    expect(lexiconWords(session.record)).toEqual(expect.arrayContaining(words.map((word) => ({ ...word, compartment: 'public' }))));
    for (const word of words) await removeWord(session, word);
    expect(lexiconWords(session.record)).toEqual(before);
  });

  it('that are there, are nowhere, or are several in English are refused by name', async () => {
    const refused = (run: Promise<unknown>, message: RegExp) =>
      expect(run).rejects.toSatisfy((error) => error instanceof UserError && message.test(error.message));
    await refused(addWord(session, { use: 'alias', partyId: 'league', words: 'THE LEAGUE' }), /"THE LEAGUE" is there already/);
    await refused(addWord(session, { use: 'alias', partyId: 'moon', words: 'x' }), /no party "moon"/);
    await refused(addWord(session, { use: 'term', issueId: 'pier', optionId: 'shut', words: 'x' }), /no option "shut"/);
    await refused(removeWord(session, { use: 'term', issueId: 'pier', words: 'quay' }), /"quay" is no term/);
    await refused(addWord(session, { use: 'cue', words: 'make clear', language: 'en', strength: 'asserts' }), /several words/);
    await addWord(session, { use: 'cue', words: 'flag', language: 'en', strength: 'asserts' });
    await refused(addWord(session, { use: 'cue', words: 'Flag', language: 'en-GB', strength: 'denies' }), /already/);
  });
});

describe('copies', () => {
  const WIRE = `${'The Harbour League said that its crews would accept night ferries if the northern pier is lit. '.repeat(1)}The Island Board has not answered; its engineers report in March, and nothing is decided until then.`;

  it('are offered with the earlier as the origin, and count as one witness once accepted', async () => {
    const later = await add(WIRE, { published: '2031-02-07' });
    const earlier = await add(`ORMUND ${WIRE}`, { published: '2031-02-05' });
    const [offer, ...more] = await suggestCopies(session, session.record);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ sourceId: later.sourceId, ofId: earlier.sourceId });
    const pair = statements().filter(({ body }) => body.cue?.text === 'said');
    expect(countWitnesses(session.record, pair)).toBe(2);
    const source = session.record.of('source').get(later.sourceId)?.body as Body<'source'>;
    await changeSubject(session, 'source', later.sourceId, { ...source, derivedFrom: earlier.sourceId });
    expect(countWitnesses(session.record, pair)).toBe(1);
    expect(await suggestCopies(session, session.record)).toEqual([]);
  });

  it('declined are offered no more, and one in a narrower compartment is not told to a wider one', async () => {
    const open = await add(WIRE);
    const second = await add(`ORMUND ${WIRE}`);
    await declineOffer(session, { offer: 'copy', sources: [second.sourceId, open.sourceId] });
    expect(await suggestCopies(session, session.record)).toEqual([]);
    await add(`${WIRE} Our staff.`, { compartment: 'team' });
    expect(await suggestCopies(session, session.record)).toHaveLength(2);
    expect(await suggestCopies(session, session.recordOf({ compartments: new Set(['public']) }))).toEqual([]);
  });
});

describe('the language of a text', () => {
  const FRENCH = 'Le ministre a déclaré : « Le quai nord restera fermé jusqu’en mai. » Les équipages attendent.';
  it('is told from it, and may be set', async () => {
    const told = await add(FRENCH);
    expect(session.record.of('source').get(told.sourceId)?.body.language).toBe('fr');
    const set = await add(`${FRENCH} Fin.`, { language: 'es' });
    expect(session.record.of('source').get(set.sourceId)?.body.language).toBe('es');
  });

  it('is believed from the text where the page has the tag of its template', async () => {
    const page = (tag: string) =>
      `<html lang="${tag}"><head><title>Quai</title></head><body><article><p>${FRENCH.repeat(3)}</p></article></body></html>`;
    const language = async (tag: string) =>
      session.record.of('source').get((await add(page(tag), { fileName: `${tag}.html` })).sourceId)?.body.language;
    expect([await language('en'), await language('fr-CA'), await language('pt')]).toEqual(['fr', 'fr-CA', 'pt']);
  });
});

it('sentences that were not understood are told until somebody marks a statement in them', async () => {
  const text = 'Ferries. The banner over the “Quiet Quay” inn hung there all week. The weather stayed fair.';
  const { sourceId, unread } = await add(text);
  const open = () => unreadSentences(session.record, session.record.of('source').get(sourceId) as never, text);
  expect(open()).toHaveLength(unread);
  expect(unread).toBeGreaterThan(0);
  await mark(sourceId, text, { content: 'Quiet Quay' });
  expect(open()).toHaveLength(unread - 1);
});
