import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { exampleDrafts } from './example-drafts.ts';
import { parseExample } from './read-example.ts';

const statement = { id: 's1', speaker: { words: 'Aro', partyId: 'a' }, cue: 'demanded', content: 'ten boats', strength: 'demands' };
const position = { id: 'p1', partyId: 'a', issueId: 'boats', optionId: 'ten', stance: 'demands', voice: 'official', evidence: ['s1'] };

const line = {
  id: 'quay',
  name: { en: 'Quay' },
  shape: 'line',
  coordinates: [
    [
      [1, 2],
      [1, 3],
    ],
  ],
  sourceId: 'first',
};
const drawnIssues = (featureIds: string[]) => ({
  boats: { name: { en: 'Boats' }, options: [{ id: 'ten', name: { en: 'Ten' }, featureIds }] },
});

function small(change: Record<string, unknown> = {}, statementChange: Record<string, unknown> = {}) {
  return {
    caseId: 'small',
    begunAt: '2024-01-01T00:00:00.000Z',
    case: { title: { en: 'Small' } },
    suggestedBy: { name: 'test', version: '1' },
    compartments: { room: { name: { en: 'Room' } } },
    parties: { a: { name: { en: 'A' } } },
    issues: { boats: { name: { en: 'Boats' }, options: [{ id: 'ten', name: { en: 'Ten' } }] } },
    sources: [
      {
        id: 'later',
        file: 'b.txt',
        title: 'B',
        recordedAt: '2024-01-03T00:00:00.000Z',
        compartment: 'room',
        statements: [{ ...statement, id: 's2' }],
      },
      {
        id: 'first',
        file: 'a.txt',
        title: 'A',
        recordedAt: '2024-01-02T00:00:00.000Z',
        statements: [{ ...statement, ...statementChange }],
      },
    ],
    positions: [position, { ...position, id: 'p2', evidence: ['s1', 's2'] }],
    ...change,
  };
}

const report = new TextEncoder().encode('A heading\n\nAro demanded ten boats.\n');
const files = new Map([
  ['a.txt', report],
  ['b.txt', report],
]);
const draftsOf = (value: unknown) =>
  exampleDrafts({ name: 'case.json', case: parseExample(JSON.stringify(value), 'case.json'), files }, { author: 'me' });

describe('exampleDrafts', () => {
  it('records the setting up first, then a batch a source in the order the team got them', () => {
    const { caseId, batches } = draftsOf(small());
    expect(caseId).toBe('small');
    expect(batches.map(({ recordedAt }) => recordedAt.slice(0, 10))).toEqual(['2024-01-01', '2024-01-02', '2024-01-03']);
    expect(batches.map(({ drafts }) => drafts.map(({ subject }) => `${subject.kind}/${subject.id}`))).toEqual([
      ['compartment/room', 'party/a', 'issue/boats', 'case/case'],
      ['source/first', 'statement/s1', 'position/p1'],
      ['source/later', 'statement/s2', 'position/p2'],
    ]);
  });

  it('puts a position with the last statement it rests on, into the narrowest of their compartments', () => {
    const [, first, later] = draftsOf(small()).batches;
    expect(first?.drafts.map(({ compartment }) => compartment)).toEqual(['public', 'public', 'public']);
    expect(later?.drafts.map(({ compartment }) => compartment)).toEqual(['room', 'room', 'room']);
  });

  it('finds the spans of speaker, cue and content', () => {
    const body = draftsOf(small()).batches[1]?.drafts[1]?.body;
    expect(body).toMatchObject({
      speaker: { name: 'Aro', span: { start: 11, end: 14 } },
      cue: { start: 15, end: 23, text: 'demanded' },
      content: [{ start: 24, end: 33, text: 'ten boats' }],
    });
  });

  it('gives the same entries each time, and other salts where asked', () => {
    expect(draftsOf(small())).toEqual(draftsOf(small()));
    const example = { name: 'case.json', case: parseExample(JSON.stringify(small()), 'case.json'), files };
    const salted = exampleDrafts(example, { author: 'me', newSalt: (entryId) => `salt of ${entryId}` });
    expect(salted.batches[0]?.drafts[0]?.salt).toBe('salt of e-0001');
  });

  it('records zones and lines with their source, before what it says, and then again the issue whose option they are', () => {
    const { batches } = draftsOf(small({ mapFeatures: [line], issues: drawnIssues(['quay']) }, { featureIds: ['quay'] }));
    expect(batches.map(({ drafts }) => drafts.map(({ subject, compartment }) => `${subject.kind}/${subject.id} ${compartment}`))).toEqual([
      ['compartment/room public', 'party/a public', 'issue/boats public', 'case/case public'],
      ['source/first public', 'mapFeature/quay public', 'issue/boats public', 'statement/s1 public', 'position/p1 public'],
      ['source/later room', 'statement/s2 room', 'position/p2 room'],
    ]);
    const issues = batches.flatMap(({ drafts }) => drafts.filter(({ subject }) => subject.kind === 'issue'));
    expect(issues.map((draft) => JSON.stringify(draft).includes('"featureIds":["quay"]'))).toEqual([false, true]);
  });

  it('keeps bytes and text of a source once where they are the same', () => {
    expect(draftsOf(small()).batches[1]?.contents).toEqual([report]);
  });

  it.each([
    ['words that are not there', small({}, { cue: 'denied' }), 'case.json: statement s1: cue: the words "denied" do not stand in'],
    ['a source before the case began', small({ begunAt: '2024-01-04T00:00:00.000Z' }), 'before the case began'],
    ['a file that is not there', small({ sources: [{ ...small().sources[0], file: 'c.txt' }], positions: [] }), 'there is no file c.txt'],
    [
      'a position without its statement',
      small({ positions: [{ ...position, evidence: ['s9'] }] }),
      'position p1: there is no statement "s9"',
    ],
    ['two of one id', small({ positions: [position, position] }), 'two of kind position have the id "p1"'],
    [
      'a feature of a source that is not there',
      small({ mapFeatures: [{ ...line, sourceId: 'third' }] }),
      'feature quay: there is no source "third"',
    ],
    ['an option whose line is not there', small({ issues: drawnIssues(['pier']) }), 'option ten: there is no feature "pier"'],
    ['a misspelt field', small({ partys: {} }), 'Unrecognized key: "partys"'],
    ['a date that is none', small({}, { saidOn: '2024-02-30' }), '"2024-02-30" is not a date'],
  ])('refuses %s, as the mistake of whoever wrote it', (_, value, message) => {
    expect(() => draftsOf(value)).toThrow(UserError);
    expect(() => draftsOf(value)).toThrow(message);
  });
});
