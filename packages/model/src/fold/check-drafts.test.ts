import { describe, expect, it } from 'vitest';
import type { Draft } from '../entry/entry.ts';
import { bodies, testLog } from '../testing/record.ts';
import { UserError } from '../user-error.ts';
import type { Kind } from '../words/kinds.ts';
import { checkDrafts } from './check-drafts.ts';
import { mayReferTo, widening } from './compartments.ts';
import { foldEntries } from './fold.ts';

function record() {
  const log = testLog();
  log.put('compartment', 'team', { name: { en: 'Team' } });
  log.put('compartment', 'channel', { name: { en: 'Channel A' }, within: 'team' });
  log.put('compartment', 'other', { name: { en: 'Channel B' }, within: 'team' });
  log.put('party', 'north', { ...bodies.party('North'), factions: [{ id: 'hill', name: { en: 'Hill' } }] });
  log.put('issue', 'aid', bodies.issue('un', 'joint'));
  log.put('source', 'open', bodies.source());
  log.put('source', 'secret', bodies.source(), 'channel');
  log.put('statement', 'said', bodies.statement('open'));
  log.put('statement', 'whispered', bodies.statement('secret'), 'channel');
  return foldEntries(log.entries);
}

function draft(kind: Kind, id: string, body: unknown, compartment = 'public'): Draft {
  const head = { id: 'e', author: 'a', compartment, recordedAt: '2025-07-12T00:00:00.000Z', salt: 's', subject: { kind, id } };
  return { ...head, action: body === null ? 'retract' : 'put', body } as Draft;
}

const position = (more: object = {}) => ({
  partyId: 'north',
  issueId: 'aid',
  optionId: 'un',
  stance: 'demands',
  voice: 'official',
  evidence: ['said'],
  ...more,
});

describe('what does not fit the case is refused, by name', () => {
  it.each([
    ['an option', draft('position', 'p', position({ optionId: 'moon' })), 'optionId: there is no option "moon"'],
    ['a party', draft('position', 'p', position({ partyId: 'east' })), 'partyId: there is no party "east"'],
    ['a faction', draft('position', 'p', position({ factionId: 'sea' })), 'partyId: there is no faction "sea"'],
    ['a statement', draft('position', 'p', position({ evidence: ['unsaid'] })), 'evidence: there is no statement "unsaid"'],
    ['a source', draft('statement', 's', bodies.statement('nowhere')), 'sourceId: there is no source "nowhere"'],
    ['a cue’s statement', draft('cue', 'c', { words: 'signal', evidence: ['unsaid'] }), 'evidence: there is no statement "unsaid"'],
    [
      'a declined alias’s party',
      draft('declinedOffer', 'd', { offer: 'alias', partyId: 'east', words: 'E' }),
      'partyId: there is no party "east"',
    ],
    [
      'a declined term’s option',
      draft('declinedOffer', 'd', { offer: 'term', issueId: 'aid', optionId: 'moon', words: 'm' }),
      'optionId: there is no option "moon"',
    ],
    [
      'a statement of a narrower circle',
      draft('declinedOffer', 'd', { offer: 'utterance', statements: ['said', 'whispered'] }),
      'statements: there is no statement "whispered"',
    ],
    ['a compartment', draft('party', 'x', bodies.party('X'), 'cellar'), 'there is no compartment "cellar"'],
    ['a subject to retract', draft('party', 'east', null), 'there is no party "east"'],
    ['a date', draft('position', 'p', position({ from: '2025-02-30' })), 'position: from: "2025-02-30" is not a date'],
    [
      'an end before its start',
      draft('position', 'p', position({ from: '2025-05', to: '2025-04-30' })),
      'it ends on 2025-04-30, before it',
    ],
  ])('%s', (_, bad, message) => {
    expect(() => checkDrafts(record(), [bad])).toThrow(message);
    try {
      checkDrafts(record(), [bad]);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).cure).not.toBe('');
    }
  });

  it('an end within the month or year of the start is let through', () => {
    const drafts = [position({ from: '2025-05', to: '2025-05-02' }), position({ from: '2025-05-02', to: '2025' })];
    for (const body of drafts) expect(checkDrafts(record(), [draft('position', 'p', body)])).toHaveLength(1);
  });

  it('what is hidden and what does not exist give the same answer', () => {
    const answer = (evidence: string) => {
      try {
        checkDrafts(record(), [draft('position', 'p', position({ evidence: [evidence] }))]);
        return 'let through';
      } catch (error) {
        return (error as Error).message.replace(evidence, '…');
      }
    };
    expect(answer('whispered')).toBe(answer('unsaid'));
  });

  it('a narrower compartment may name what is wider, never the other way round', () => {
    const fold = record();
    expect(widening(fold, 'channel')).toEqual(['channel', 'team', 'public']);
    expect(mayReferTo(fold, 'channel', 'public')).toBe(true);
    expect(mayReferTo(fold, 'channel', 'other')).toBe(false);
    expect(checkDrafts(fold, [draft('position', 'p', position({ evidence: ['whispered', 'said'] }), 'channel')])).toHaveLength(1);
  });

  it('drafts of one change may name each other, in their order', () => {
    const source = draft('source', 'fresh', bodies.source());
    const statement = draft('statement', 'new', bodies.statement('fresh'));
    expect(checkDrafts(record(), [source, statement])).toHaveLength(2);
    expect(() => checkDrafts(record(), [statement, source])).toThrow('there is no source "fresh"');
    expect(() => checkDrafts(record(), [draft('source', 'open', null), draft('statement', 'new', bodies.statement('open'))])).toThrow(
      'open',
    );
  });

  it('half a character is refused, a whole one and a backslash are not', () => {
    const named = (name: string) => checkDrafts(record(), [draft('party', 'x', { name: { en: name } })]);
    expect(() => named('a \ud83d')).toThrow('within a character');
    expect(named('a 😀')).toHaveLength(1);
    expect(named(String.raw`a \ud83d`)).toHaveLength(1);
  });

  it('says in words that a text is empty or too long', () => {
    const called = (alias: string) => checkDrafts(record(), [draft('party', 'x', { name: { en: 'X' }, aliases: [alias] })]);
    expect(() => called('')).toThrow('party: aliases.0: it is empty');
    expect(() => called('x'.repeat(5000))).toThrow('party: aliases.0: it has more than 200 characters');
  });

  it('fills in what a kind leaves to its default', () => {
    expect(checkDrafts(record(), [draft('party', 'x', { name: { en: 'X' } })])[0]?.body).toMatchObject({ aliases: [], factions: [] });
  });
});
