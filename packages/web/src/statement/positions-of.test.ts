import { expect, test } from 'vitest';
import type { Statement } from '../api/types.ts';
import { positionsOf, voiceOf } from './positions-of.ts';

const statement = (more: Partial<Statement> = {}): Statement => ({
  sourceId: 'report',
  speaker: { name: 'a spokeswoman for the North', anonymous: false, partyId: 'north' },
  relays: [],
  content: [{ start: 0, end: 4, text: 'open' }],
  strength: 'demands',
  speech: 'indirect',
  links: [{ issueId: 'water', optionId: 'shared', stance: 'demands' }],
  status: 'suggested',
  ...more,
});

test('party, option and stance make a position from the day it was said', () => {
  expect(positionsOf(statement({ saidOn: '2025-07-02' }), '2025-07-03')).toEqual([
    {
      partyId: 'north',
      issueId: 'water',
      optionId: 'shared',
      stance: 'demands',
      voice: 'spokesperson',
      from: '2025-07-02',
    },
  ]);
});

test('without the day it was said the day of publication counts, and without either the position is undated', () => {
  expect(positionsOf(statement(), '2025-07')[0]?.from).toBe('2025-07');
  expect(positionsOf(statement(), null)[0]).not.toHaveProperty('from');
});

test('without a stance, an option or a party there is no position', () => {
  expect(positionsOf(statement({ links: [{ issueId: 'water', optionId: 'shared' }] }), null)).toEqual([]);
  expect(positionsOf(statement({ links: [{ issueId: 'water', stance: 'rejects' }] }), null)).toEqual([]);
  expect(positionsOf(statement({ speaker: { name: 'sources', anonymous: true } }), null)).toEqual([]);
});

test('each full link makes a position, one for each option', () => {
  const links = [
    { issueId: 'water', optionId: 'shared', stance: 'demands' as const },
    { issueId: 'gate', optionId: 'open', stance: 'rejects' as const },
    { issueId: 'gate' },
    { issueId: 'water', optionId: 'shared', stance: 'accepts' as const },
  ];
  const made = positionsOf(statement({ links }), null).map(({ issueId, stance }) => `${issueId} ${stance}`);
  expect(made).toEqual(['water demands', 'gate rejects']);
});

test('an anonymous speaker has an anonymous voice, unless a person said otherwise', () => {
  const speaker = { name: 'a senior official', anonymous: true };
  expect(voiceOf({ speaker })).toBe('anonymous');
  expect(voiceOf({ speaker, voice: 'official' })).toBe('official');
});
