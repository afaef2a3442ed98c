import { type Body, type Draft, digest, type Id, PUBLIC, STANCES, spanOf, VOICES } from '@parley/model';
import { type CaseSession, newCase } from '../packages/workbench/src/operations/case-session.ts';
import { putDraft, type Recorder } from '../packages/workbench/src/operations/recorder.ts';

/** How many entries the case has, the one of its title among them. */
export const ENTRIES = 100_000;

const SOURCES = 500;
const STATEMENTS = 55_000;
const POSITIONS = 20_000;
const FIGURES = 3_000;
const PARTIES = 8;
const THIRD_PARTIES = 4;
const ISSUES = 30;
const OPTIONS = 5;
const BATCH = 2_000;

/**
 * Makes a case file of a long negotiation: 8 parties and 4 third parties, 30 issues of 5 options, 500
 * sources with 110 statements each, decisions on a good third of them, 20,000 positions over three
 * years. The same `seed` gives the same case.
 */
export async function makeLargeCase(file: string, { seed, recorder }: { seed: number; recorder: Recorder }): Promise<CaseSession> {
  const session = await newCase(file, { title: { en: 'A long negotiation' }, recorder });
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const day = () => new Date(Date.UTC(2028, 0, 1) + Math.floor(random() * 1095) * 86_400_000).toISOString().slice(0, 10);
  let left = ENTRIES - 1;
  let drafts: Draft[] = [];
  let contents: Uint8Array[] = [];
  const flush = async () => {
    await session.commit(drafts, contents);
    [drafts, contents] = [[], []];
  };
  const put = async <K extends Parameters<typeof putDraft>[1]>(kind: K, id: Id, body: Body<K>) => {
    drafts.push(putDraft(recorder, kind, id, body, PUBLIC) as Draft);
    left -= 1;
    if (drafts.length >= BATCH) await flush();
  };

  const parties = Array.from({ length: PARTIES }, (_, i) => `party-${i}`);
  const thirdParties = Array.from({ length: THIRD_PARTIES }, (_, i) => `third-${i}`);
  const issues = Array.from({ length: ISSUES }, (_, i) => `issue-${i}`);
  const options = Array.from({ length: OPTIONS }, (_, i) => `option-${i}`);
  for (const id of parties) await put('party', id, { name: { en: `Party ${id}` }, aliases: [], factions: [] });
  for (const id of thirdParties) await put('thirdParty', id, { name: { en: `State ${id}` }, aliases: [], roles: ['mediator'] });
  for (const id of issues) {
    const named = options.map((option) => ({ id: option, name: { en: `Way ${option}` }, terms: [] }));
    await put('issue', id, { name: { en: `Question ${id}` }, kind: 'choice', options: named, terms: [] });
  }

  const speakers = [...parties, ...thirdParties];
  const statements: { id: Id; body: Body<'statement'> }[] = [];
  const perSource = STATEMENTS / SOURCES;
  for (let i = 0; i < SOURCES; i += 1) {
    const sentences = Array.from(
      { length: perSource },
      (_, j) => `Sentence ${i}-${j} says that the ${pick(WORDS)} of the ${pick(WORDS)} must be settled.`,
    );
    const text = sentences.join(' ');
    const bytes = new TextEncoder().encode(text);
    const content = { sha256: digest(bytes), byteLength: bytes.byteLength };
    const published = day();
    contents.push(bytes);
    await put('source', `source-${i}`, {
      kind: 'report',
      title: `Report ${i}`,
      published,
      mediaType: 'text/plain',
      bytes: content,
      text: content,
      textLength: text.length,
      extractor: { name: 'bench', version: '1' },
      dropped: [],
    });
    let at = 0;
    for (const [j, sentence] of sentences.entries()) {
      const body: Body<'statement'> = {
        sourceId: `source-${i}`,
        speaker: { name: 'The spokesman', anonymous: false, partyId: pick(speakers) },
        relays: [],
        content: [spanOf(text, at, at + sentence.length)],
        strength: 'demands',
        speech: 'indirect',
        saidOn: published,
        links: [{ issueId: pick(issues), optionId: pick(options), stance: pick(STANCES) }],
        status: 'suggested',
      };
      statements.push({ id: `statement-${i}-${j}`, body });
      await put('statement', `statement-${i}-${j}`, body);
      at += sentence.length + 1;
    }
  }
  // All that is left over after positions and figures goes to decisions, so that the count comes out.
  const decisions = left - POSITIONS - FIGURES;
  const accepted: { id: Id; body: Body<'statement'> }[] = [];
  for (let i = 0; i < decisions; i += 1) {
    const statement = statements[i * 2] as { id: Id; body: Body<'statement'> };
    accepted.push(statement);
    await put('statement', statement.id, { ...statement.body, status: 'accepted' });
  }
  for (let i = 0; i < POSITIONS; i += 1) {
    const { id, body } = pick(accepted);
    const { issueId } = body.links[0] as Body<'statement'>['links'][number];
    await put('position', `position-${i}`, {
      partyId: body.speaker.partyId as Id,
      issueId,
      optionId: pick(options),
      stance: pick(STANCES),
      voice: pick(VOICES),
      ...(random() < 0.95 ? { from: day() } : {}),
      evidence: [id, pick(accepted).id],
    });
  }
  for (let i = 0; i < FIGURES; i += 1) {
    const { body } = pick(accepted);
    const low = Math.floor(random() * 1000);
    const span = body.content[0] as Body<'statement'>['content'][number];
    await put('figure', `figure-${i}`, {
      sourceId: body.sourceId,
      span,
      measure: pick(WORDS),
      low,
      high: low,
      qualifier: 'about',
      status: 'accepted',
    });
  }
  await flush();
  return session;
}

const WORDS = ['border', 'harbour', 'water', 'convoy', 'prisoner', 'election', 'police', 'budget', 'school', 'airport', 'mine', 'forest'];

/** Mulberry32: numbers from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
