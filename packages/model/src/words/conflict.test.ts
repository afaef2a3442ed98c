import { describe, expect, it } from 'vitest';
import { checkDrafts } from '../fold/check-drafts.ts';
import { foldEntries } from '../fold/fold.ts';
import { bodies, testLog } from '../testing/record.ts';
import { type BodyInput, KINDS, type Kind } from './kinds.ts';

const option = (id: string, more: object = {}) => ({ id, name: { en: id }, ...more });
const conflict = (more: object = {}): BodyInput<'conflict'> => ({
  title: { en: 'The crossing' },
  deciders: [
    { id: 'n', partyId: 'north', options: [option('withdraw'), option('attack', { oneWay: 'staysTaken' })] },
    { id: 's', partyId: 'south', options: [option('release')] },
  ],
  ...more,
});
const wants = (taken: string[], left: string[] = []) => ({ holds: { anyOf: [{ taken, left }] } });
const fault = (kind: Kind, body: unknown): string => {
  const parsed = KINDS[kind].safeParse(body);
  return parsed.success ? '' : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
};

describe('a conflict', () => {
  it.each([
    ['two options of one id', conflict({ deciders: [{ id: 'n', partyId: 'north', options: [option('a'), option('a')] }] }), '"a"'],
    [
      'what cannot be of an option nobody has',
      conflict({ infeasible: [{ anyOf: [{ taken: ['flee'] }] }] }),
      'infeasible.0: no decider has the option "flee"',
    ],
    ['a state of an option nobody has', conflict({ states: [{ id: 'x', name: { en: 'x' }, taken: ['flee'] }] }), 'states.0'],
    ['a pattern that says nothing', conflict({ infeasible: [{ anyOf: [{}] }] }), 'at least one option'],
    ['one both taken and left', conflict({ infeasible: [{ anyOf: [{ taken: ['release'], left: ['release'] }] }] }), 'both taken and left'],
    [
      'more options than can be looked through',
      conflict({
        deciders: [1, 2].map((d) => ({
          id: `d${d}`,
          partyId: 'north',
          options: Array.from({ length: 13 }, (_, i) => option(`o${d}-${i}`)),
        })),
      }),
      'the limit is 24',
    ],
  ])('refuses %s', (_, body, message) => expect(fault('conflict', body)).toContain(message));
});

describe('a preference', () => {
  const draft = (kind: Kind, id: string, body: object) =>
    ({
      id: 'e',
      author: 'a',
      compartment: 'public',
      recordedAt: '2025-01-01T00:00:00.000Z',
      salt: 's',
      subject: { kind, id },
      action: 'put',
      body,
    }) as never;
  const log = testLog();
  log.put('party', 'north', bodies.party('North'));
  log.put('party', 'south', bodies.party('South'));
  log.put('conflict', 'crossing', conflict());
  const record = foldEntries(log.entries);
  const check = (more: object) =>
    checkDrafts(record, [draft('preference', 'p', { conflictId: 'crossing', deciderId: 'n', statements: [wants(['release'])], ...more })]);

  it('names a decider and options of its conflict', () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ conflictId: 'border' })).toThrow('there is no conflict "border"');
    expect(() => check({ deciderId: 'east' })).toThrow('there is no decider or option "east"');
    expect(() => check({ statements: [wants([], ['flee'])] })).toThrow('there is no decider or option "flee"');
    expect(() => check({ statements: [{ ...wants(['release']), evidence: ['s9'] }] })).toThrow('there is no statement "s9"');
  });
});
