import { expect, test } from 'vitest';
import type { Statement } from '../api/types.ts';
import { positionOf, voiceOf } from './position-of.ts';

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
  expect(positionOf(statement({ saidOn: '2025-07-02' }), '2025-07-03')).toEqual({
    partyId: 'north',
    issueId: 'water',
    optionId: 'shared',
    stance: 'demands',
    voice: 'spokesperson',
    from: '2025-07-02',
  });
});

test('without the day it was said the day of publication counts, and without either the position is undated', () => {
  expect(positionOf(statement(), '2025-07')?.from).toBe('2025-07');
  expect(positionOf(statement(), null)).not.toHaveProperty('from');
});

test('without a stance, an option or a party there is no position', () => {
  expect(positionOf(statement({ links: [{ issueId: 'water', optionId: 'shared' }] }), null)).toBeUndefined();
  expect(positionOf(statement({ links: [{ issueId: 'water', stance: 'rejects' }] }), null)).toBeUndefined();
  expect(positionOf(statement({ speaker: { name: 'sources', anonymous: true } }), null)).toBeUndefined();
});

test('an anonymous speaker has an anonymous voice, unless a person said otherwise', () => {
  const speaker = { name: 'a senior official', anonymous: true };
  expect(voiceOf({ speaker })).toBe('anonymous');
  expect(voiceOf({ speaker, voice: 'official' })).toBe('official');
});
