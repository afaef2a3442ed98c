import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Body, tableOf, UserError } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSource } from './add-source.ts';
import { type CaseSession, newCase, openCase } from './case-session.ts';
import { decide } from './decide.ts';
import { destroyEntries } from './destroy-entries.ts';
import { machineRecorder, putDraft } from './recorder.ts';
import { sourceText } from './source-text.ts';
import { undo } from './undo.ts';

const REPORT = [
  'Talks on the river resumed on Tuesday.',
  'A spokesman for Ardenholt said the river share must stay at forty parts.',
  '"We will not accept a joint body," said Mira Tolsen, who leads the Bexley delegation.',
  'Bexley officials told the Harbour Post that more than 1,200 families had lost their wells.',
].join('\n\n');

const recorder = machineRecorder('ana');
let folder: string;
let session: CaseSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-record-'));
  session = await newCase(join(folder, 'river.parley'), { title: { en: 'River talks' }, recorder });
  await session.commit([
    putDraft(recorder, 'party', 'ardenholt', { name: { en: 'Ardenholt' }, aliases: [], factions: [] }, 'public'),
    putDraft(recorder, 'party', 'bexley', { name: { en: 'Bexley' }, aliases: ['Bexleyan'], factions: [] }, 'public'),
    putDraft(
      recorder,
      'issue',
      'share',
      {
        name: { en: 'River share' },
        kind: 'choice',
        terms: ['river'],
        options: ['forty', 'fifty'].map((id) => ({ id, name: { en: id }, terms: [id] })),
      },
      'public',
    ),
  ]);
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (text = REPORT, more: object = {}) =>
  addSource(session, { bytes: new TextEncoder().encode(text), published: '2031-03', ...more });
const statements = () => [...session.record.of('statement').values()];
const spokenBy = (name: string) => {
  const found = statements().find(({ body }) => body.speaker.name.includes(name));
  if (found === undefined) throw new Error(`nothing is suggested for ${name}`);
  return found;
};
const position = (more: Partial<Body<'position'>> = {}) => ({
  partyId: 'ardenholt',
  issueId: 'share',
  optionId: 'forty',
  stance: 'demands' as const,
  voice: 'spokesperson' as const,
  from: '2031-03',
  ...more,
});
const stances = () =>
  tableOf(session.record, '2031-03-31').cells.flatMap((cell) => cell.stances.map(({ optionId, stance }) => `${optionId} ${stance}`));

describe('adding a report', () => {
  it('keeps its bytes and text, and suggests statements linked to the case', async () => {
    const { sourceId, suggested, figures } = await add();
    const source = session.record.of('source').get(sourceId)?.body;
    expect(source).toMatchObject({ title: 'Talks on the river resumed on Tuesday.', textLength: REPORT.length, published: '2031-03' });
    expect(new TextDecoder().decode((await session.log.content(source?.text.sha256 ?? '')) ?? undefined)).toBe(REPORT);
    expect(statements()).toHaveLength(suggested);
    for (const { body } of statements()) {
      expect(body).toMatchObject({ status: 'suggested', sourceId, suggestedBy: { name: 'parley-reader' } });
      for (const { start, end, text } of body.content) expect(REPORT.slice(start, end)).toBe(text);
    }
    expect(spokenBy('Ardenholt').body).toMatchObject({
      speaker: { partyId: 'ardenholt' },
      links: [{ issueId: 'share', optionId: 'forty' }],
    });
    const kept = [...session.record.of('figure').values()].map(({ body }) => body);
    expect(kept).toHaveLength(figures);
    expect(kept.find(({ measure }) => measure === 'families')).toMatchObject({ low: 1200, qualifier: 'over', status: 'suggested' });
    expect(tableOf(session.record, '2031-03-31').cells.flatMap((cell) => cell.stances)).toEqual([]);
  });

  it('a second time, records nothing and names the first; in another compartment it is another source', async () => {
    const first = await add();
    const before = session.entries.length;
    expect(await add()).toMatchObject({ duplicateOf: first.sourceId, recorded: [] });
    expect(session.entries).toHaveLength(before);
    await session.commit([putDraft(recorder, 'compartment', 'team', { name: { en: 'Team' }, within: 'public' }, 'public')]);
    expect((await add(REPORT, { compartment: 'team' })).duplicateOf).toBeNull();
  });

  it('is read with the words of what it may name: a party in a narrower compartment is neither linked nor in the way', async () => {
    await session.commit([putDraft(recorder, 'compartment', 'team', { name: { en: 'Team' }, within: 'public' }, 'public')]);
    const hidden = { name: { en: 'Corvane' }, aliases: [], factions: [] };
    await session.commit([putDraft(recorder, 'party', 'corvane', hidden, 'team')]);
    const text = 'Corvane said on Monday that the river share must stay at forty parts.';
    await add(text);
    expect(spokenBy('Corvane').body.speaker.partyId).toBeUndefined();
    const { sourceId } = await add(text, { compartment: 'team' });
    expect(statements().find(({ body }) => body.sourceId === sourceId)?.body.speaker.partyId).toBe('corvane');
  });

  it('that is none leaves nothing behind', async () => {
    const before = session.entries.length;
    await expect(addSource(session, { bytes: new Uint8Array() })).rejects.toThrow(UserError);
    await expect(addSource(session, { bytes: new Uint8Array([0, 1, 2, 0]) })).rejects.toThrow(UserError);
    await expect(add(REPORT, { compartment: 'cellar' })).rejects.toThrow('there is no compartment "cellar"');
    expect(session.entries).toHaveLength(before);
  });
});

describe('deciding', () => {
  it('accepting with several positions fills a cell for each option; accepted again with fewer, the others go', async () => {
    await add();
    const { id, body } = spokenBy('Ardenholt');
    const links = [
      { issueId: 'share', optionId: 'forty', stance: 'demands' as const },
      { issueId: 'share', optionId: 'fifty', stance: 'rejects' as const },
    ];
    const [demands, rejects] = [position(), position({ optionId: 'fifty', stance: 'rejects' })];
    await decide(session, id, { decision: 'accept', statement: { ...body, links }, positions: [demands, rejects] });
    expect(stances()).toEqual(['forty demands', 'fifty rejects']);
    await decide(session, id, { decision: 'accept', statement: { ...body, links: links.slice(0, 1) }, positions: [demands] });
    expect(stances()).toEqual(['forty demands']);
    await expect(
      decide(session, id, { decision: 'accept', position: demands, positions: [position({ stance: 'rejects' })] }),
    ).rejects.toThrow(/two positions on option "forty"/);
  });

  it('accepting with a position fills the cell; rejecting empties it; undo brings it back', async () => {
    await add();
    const { id } = spokenBy('Ardenholt');
    await decide(session, id, { decision: 'accept', position: position() });
    expect(stances()).toEqual(['forty demands']);
    const rejected = await decide(session, id, { decision: 'reject' });
    expect(stances()).toEqual([]);
    await undo(
      session,
      rejected.map((entry) => entry.id),
    );
    expect(stances()).toEqual(['forty demands']);
  });

  it('a second witness joins the position instead of making another', async () => {
    await add();
    await add('Ardenholt officials said on Friday that the river share must stay at forty parts.', { published: '2031-03' });
    const [first, second] = statements().filter(({ body }) => body.speaker.name.includes('Ardenholt'));
    for (const one of [first, second]) await decide(session, one?.id ?? '', { decision: 'accept', position: position() });
    expect(session.record.of('position').size).toBe(1);
    expect(tableOf(session.record, '2031-03-31').cells[0]?.stances[0]?.witnesses).toBe(2);
  });

  it('a corrected stance on the same option takes the place of the earlier one', async () => {
    await add();
    const { id } = spokenBy('Ardenholt');
    await decide(session, id, { decision: 'accept', position: position() });
    await decide(session, id, { decision: 'accept', position: position({ stance: 'mayAccept' }) });
    expect(stances()).toEqual(['forty mayAccept']);
  });

  it('a correction to another option, to none, or to another party takes back what the statement bore out before', async () => {
    await add();
    const { id, body } = spokenBy('Ardenholt');
    const linked = (optionId: string, partyId = 'ardenholt') => ({
      ...body,
      speaker: { ...body.speaker, partyId },
      links: [{ issueId: 'share', optionId, stance: 'demands' as const }],
    });
    await decide(session, id, { decision: 'accept', statement: linked('forty'), position: position() });
    await decide(session, id, { decision: 'accept', statement: linked('fifty'), position: position({ optionId: 'fifty' }) });
    expect(stances()).toEqual(['fifty demands']);
    await decide(session, id, { decision: 'accept', statement: linked('fifty', 'bexley') });
    expect(stances()).toEqual([]);
    await decide(session, id, {
      decision: 'accept',
      statement: linked('fifty', 'bexley'),
      position: position({ partyId: 'bexley', optionId: 'fifty' }),
    });
    expect(stances()).toEqual(['fifty demands']);
    await decide(session, id, { decision: 'accept', statement: { ...linked('fifty', 'bexley'), links: [] } });
    expect(stances()).toEqual([]);
  });

  it('a correction leaves standing what the statement bears out by another link', async () => {
    await add();
    const { id, body } = spokenBy('Ardenholt');
    const links = (['forty', 'fifty'] as const).map((optionId) => ({ issueId: 'share', optionId, stance: 'demands' as const }));
    await decide(session, id, { decision: 'accept', statement: { ...body, links }, position: position() });
    await decide(session, id, { decision: 'accept', position: position({ optionId: 'fifty' }) });
    await decide(session, id, { decision: 'accept', statement: { ...body, links, note: 'checked' } });
    expect(stances()).toEqual(['forty demands', 'fifty demands']);
  });

  it('a correction whose words do not stand in the source is refused, and nothing recorded', async () => {
    await add();
    const { id, body } = spokenBy('Ardenholt');
    const before = session.entries.length;
    const moved = { ...body, content: [{ start: 0, end: 7, text: 'invents' }] };
    await expect(decide(session, id, { decision: 'accept', statement: moved })).rejects.toThrow('invents');
    expect(session.entries).toHaveLength(before);
  });
});

describe('undo', () => {
  it('takes back a whole report', async () => {
    const before = [...session.record.of('source').keys()];
    const { recorded } = await add();
    await undo(
      session,
      recorded.map(({ id }) => id),
    );
    expect([...session.record.of('source').keys()]).toEqual(before);
    expect([statements(), [...session.record.of('figure').values()]]).toEqual([[], []]);
  });

  it('is refused where somebody changed the same thing since, and for what is not there', async () => {
    await add();
    const { id } = spokenBy('Ardenholt');
    const accepted = await decide(session, id, { decision: 'accept', position: position() });
    await decide(session, id, { decision: 'reject' });
    await expect(
      undo(
        session,
        accepted.map((entry) => entry.id),
      ),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo(session, ['no-such-entry'])).rejects.toMatchObject({ code: 'unknown' });
  });
});

describe('a session', () => {
  it('opened again gives the same record, and its chains check', async () => {
    await add();
    await decide(session, spokenBy('Ardenholt').id, { decision: 'accept', position: position() });
    const before = tableOf(session.record, '2031-03-31');
    await session.close();
    session = await openCase(join(folder, 'river.parley'), { recorder });
    expect(tableOf(session.record, '2031-03-31')).toEqual(before);
    expect((await session.log.verify()).firstFault).toBeNull();
  });

  it('two sessions of one file see each other, and their changes do not collide', async () => {
    const other = await openCase(join(folder, 'river.parley'), { recorder: machineRecorder('ben') });
    try {
      const party = (id: string) => ({ name: { en: id }, aliases: [], factions: [] });
      await Promise.all(
        [0, 1, 2, 3, 4, 5].map((n) => {
          const who = n % 2 === 0 ? session : other;
          return who.commit([putDraft(who.recorder, 'party', `p${n}`, party(`p${n}`), 'public')]);
        }),
      );
      await Promise.all([session.refresh(), other.refresh()]);
      expect([...other.record.of('party').keys()].sort()).toEqual([...session.record.of('party').keys()].sort());
      expect(session.record.of('party').size).toBe(8);
      expect((await session.log.verify()).firstFault).toBeNull();
    } finally {
      await other.close();
    }
  });
});

it('a tombstone cannot be undone', async () => {
  const { recorded } = await add();
  const tombstones = await destroyEntries(session, [recorded.at(-1)?.id ?? ''], 'a name');
  const ids = tombstones.map(({ id }) => id);
  await expect(undo(session, ids)).rejects.toThrow('is a tombstone');
});

it.each([
  ['damaged', new TextEncoder().encode(REPORT.replace('forty', 'fifty'))],
  ['damaged', new Uint8Array([0xff, 0xff])],
  ['missing', null],
])('a text that is %s in the file is not shown as the source', async (how, bytes) => {
  const { sourceId } = await add();
  const worn = { ...session, log: { ...session.log, content: async () => bytes } };
  const error: unknown = await sourceText(worn, sourceId).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toContain(`"${sourceId}" is ${how}`);
});
