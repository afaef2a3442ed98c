import { describe, expect, it } from 'vitest';
import { checkDrafts } from '../fold/check-drafts.ts';
import { foldEntries } from '../fold/fold.ts';
import { bodies, testLog } from '../testing/record.ts';
import { KINDS, type Kind } from './kinds.ts';

const fault = (kind: Kind, body: unknown): string => {
  const parsed = KINDS[kind].safeParse(body);
  return parsed.success ? '' : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
};
const range = (low: number, high = low) => ({ low, high });
const on = (issueId: string, optionId: string) => ({ issueId, optionId });

const log = testLog();
log.put('party', 'north', bodies.party('North'));
log.put('thirdParty', 'envoy', { name: { en: 'The envoy' } });
for (const id of ['water', 'line'])
  log.put('issue', id, { name: { en: id }, options: ['a', 'b'].map((option) => ({ id: option, name: { en: option } })) });
const record = foldEntries(log.entries);
const check = (kind: Kind, body: object) => () =>
  checkDrafts(record, [
    {
      id: 'e',
      author: 'a',
      compartment: 'public',
      recordedAt: '2025-01-01T00:00:00.000Z',
      salt: 's',
      subject: { kind, id: 'x' },
      action: 'put',
      body,
    } as never,
  ]);

describe('a priority', () => {
  it.each([
    ['a range upside down', { weights: [{ issueId: 'water', range: range(0.6, 0.4) }] }, 'lower end'],
    ['a share above all there is', { weights: [{ issueId: 'water', range: range(40) }] }, 'weights.0.range'],
    ['two shares of one issue', { weights: [0.2, 0.3].map((one) => ({ issueId: 'water', range: range(one) })) }, 'two shares'],
    ['two values of one option', { values: [0, 1].map((one) => ({ ...on('water', 'a'), range: range(one) })) }, '"a" has two values'],
    ['an issue twice in one order', { importance: [['water', 'line', 'water']] }, '"water" stands twice'],
    ['an option twice in one order', { rankings: [{ issueId: 'water', optionIds: ['a', 'a'] }] }, '"a" stands twice'],
    ['an order of one', { importance: [['water']] }, 'importance.0'],
    ['packages on different issues', { comparisons: [{ better: [on('water', 'a')], worse: [on('line', 'a')] }] }, 'the same issues'],
    [
      'a package with two options of one issue',
      { noDeal: { kind: 'package', options: [on('water', 'a'), on('water', 'b')] } },
      'two options',
    ],
  ])('refuses %s', (_, body, message) => expect(fault('priority', { partyId: 'north', ...body })).toContain(message));

  it.each([
    ['a party', { partyId: 'east' }, 'there is no party "east"'],
    ['a third party, which holds no place in the bargain', { partyId: 'envoy' }, 'there is no party "envoy"'],
    ['a faction', { factionId: 'bloc' }, 'there is no faction "bloc"'],
    ['an issue of an order', { importance: [['water', 'sea']] }, 'there is no issue "sea"'],
    ['an option of a ranking', { rankings: [{ issueId: 'water', optionIds: ['a', 'c'] }] }, 'there is no option "c"'],
    ['an option of a value', { values: [{ ...on('water', 'c'), range: range(1) }] }, 'there is no option "c"'],
    ['an option of a comparison', { comparisons: [{ better: [on('water', 'a')], worse: [on('water', 'c')] }] }, 'there is no option "c"'],
    ['an option of no deal', { noDeal: { kind: 'package', options: [on('line', 'c')] } }, 'there is no option "c"'],
    ['a statement', { evidence: ['s9'] }, 'there is no statement "s9"'],
  ])('names %s that is there', (_, body, message) => expect(check('priority', { partyId: 'north', ...body })).toThrow(message));

  it('may say only what is known', () => {
    expect(check('priority', { partyId: 'north' })).not.toThrow();
    expect(
      check('priority', { partyId: 'north', importance: [['line', 'water']], noDeal: { kind: 'range', range: range(0.2, 0.4) } }),
    ).not.toThrow();
  });
});

describe('a rule of packages', () => {
  const rule = (more: object) => ({ title: { en: 'No line without water' }, rule: more });

  it.each([
    ['excludes one option alone', { kind: 'exclude', options: [on('water', 'a')] }],
    ['requires nothing', { kind: 'require', when: [on('water', 'a')], needs: [] }],
    ['is of no kind', { kind: 'forbid', options: [] }],
  ])('is none where it %s', (_, more) => expect(fault('packageRule', rule(more))).toContain('rule'));

  it.each([
    [{ kind: 'exclude', options: [on('water', 'a'), on('line', 'c')] }],
    [{ kind: 'require', when: [on('line', 'c')], needs: [on('water', 'a')] }],
    [{ kind: 'require', when: [on('water', 'a')], needs: [on('line', 'c')] }],
    [{ kind: 'floor', option: on('line', 'c') }],
  ])('names options that are there: %j', (more) => expect(check('packageRule', rule(more))).toThrow('there is no option "c"'));
});
