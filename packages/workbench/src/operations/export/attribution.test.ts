import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AttributionRule,
  type BodyInput,
  type Draft,
  digest,
  type Id,
  type Kind,
  PUBLIC,
  parseBody,
  type Version,
} from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asOf } from '../as-of.ts';
import { type CaseSession, newCase } from '../case-session.ts';
import { machineRecorder, putDraft } from '../recorder.ts';
import { withholder } from './attribution.ts';
import { type ExportFormat, exportCase } from './export-case.ts';

const NOTE = 'Quillow Brandt, deputy chair, told us that she, Brandt, would accept night ferries. The Harbour League wants 40 boats.';
const FORMATS: ExportFormat[] = ['csv', 'json', 'prov'];

let folder: string;
let session: CaseSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-attribution-'));
  session = await newCase(join(folder, 'talks.parley'), { title: { en: 'Ferry talks' }, recorder: machineRecorder('tester') });
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = <K extends Kind>(kind: K, id: Id, body: BodyInput<K>): Draft =>
  putDraft(session.recorder, kind, id, parseBody(kind, body), PUBLIC) as Draft;

const span = (words: string) => ({ start: NOTE.indexOf(words), end: NOTE.indexOf(words) + words.length, text: words });

/** A note of a talk with one person of the League, under a rule, and a copy of it that has none of its own. */
async function recordNote(attributionRule: AttributionRule | undefined): Promise<void> {
  const bytes = new TextEncoder().encode(NOTE);
  const content = { sha256: digest(bytes), byteLength: bytes.length };
  const source = {
    title: 'Talk with Quillow Brandt',
    publisher: 'Brandt',
    mediaType: 'text/plain',
    bytes: content,
    text: content,
  } as const;
  const extractor = { name: 'test', version: '1' };
  const statement: BodyInput<'statement'> = {
    sourceId: 'note',
    speaker: { name: 'Quillow Brandt', span: span('Quillow Brandt'), role: 'deputy chair', partyId: 'the-party' },
    cue: span('told us'),
    content: [span('she, Brandt, would accept night ferries')],
    strength: 'offers',
    utteranceId: 'brandt-said',
    featureIds: ['league-lane'],
    links: [{ issueId: 'ferries', optionId: 'yes', stance: 'accepts' }],
    status: 'accepted',
    note: 'Brandt was nervous',
  };
  await session.commit(
    [
      put('party', 'the-party', { name: { en: 'Harbour League' }, aliases: ['the League'] }),
      put('issue', 'ferries', { name: { en: 'Night ferries' }, options: [{ id: 'yes', name: { en: 'Allowed' } }] }),
      put('mapFeature', 'league-lane', { name: { en: 'Lane' }, shape: 'place', coordinates: [[34, 31]], partyId: 'the-party' }),
      put('source', 'note', { kind: 'note', ...source, textLength: NOTE.length, extractor, attributionRule }),
      put('source', 'copy', { kind: 'report', ...source, textLength: NOTE.length, extractor, derivedFrom: 'note' }),
      put('statement', 's1', statement),
      put('statement', 's2', { ...statement, sourceId: 'copy' }),
      put('position', 'held', {
        partyId: 'the-party',
        issueId: 'ferries',
        optionId: 'yes',
        stance: 'accepts',
        voice: 'official',
        evidence: ['s1', 's2'],
        note: 'from Brandt',
      }),
      put('figure', 'boats', {
        sourceId: 'note',
        span: span('40 boats'),
        measure: 'boats',
        low: 40,
        high: 40,
        status: 'accepted',
        claimant: { name: 'Quillow Brandt', partyId: 'the-party', statementId: 's1' },
      }),
    ],
    [bytes],
  );
}

function bodies(format: ExportFormat): string {
  const { record, heldOn, scope } = asOf(session, {});
  return exportCase(session, record, heldOn, format, scope)
    .map(({ body }) => body)
    .join('\n');
}

describe.each(FORMATS)('%s', (format) => {
  it('names who spoke on the record', async () => {
    await recordNote('onRecord');
    expect(bodies(format)).toContain('Quillow Brandt');
  });

  it('on background gives the role and the party, and the name nowhere', async () => {
    await recordNote('background');
    const text = bodies(format);
    expect(text).toContain('deputy chair');
    expect(text).toContain('would accept night ferries');
    expect(text).toContain(format === 'prov' ? 'case:position-held' : 'held');
    expect(text).not.toMatch(/quillow|brandt/i);
    expect(text).not.toContain(digest(NOTE));
  });

  it.each(['notAttributable', undefined] as const)(
    'under the rule %s gives what was said, and neither name, role nor party of the speaker',
    async (rule) => {
      await recordNote(rule);
      const text = bodies(format);
      expect(text).toContain('would accept night ferries');
      expect(text).not.toMatch(/quillow|brandt|deputy chair/i);
      expect(text).not.toContain('case:position-held');
      expect(text).not.toContain('league-lane');
      const ofParty = text.split('\n').filter((line) => line.includes('the-party'));
      // The party itself is no secret; that somebody of it spoke is.
      for (const line of ofParty) expect(line).toMatch(/^\s*("id": "the-party",|"case:party-the-party": \{)$/);
    },
  );
});

it('says how much was withheld, and withholds nothing on the record', async () => {
  const withheld = () => (JSON.parse(bodies('json')) as { manifest: { withheld: unknown } }).manifest.withheld;
  await recordNote('notAttributable');
  expect(withheld()).toEqual({ speakers: 2, positions: 1, mandates: 0, proposals: 0 });
  await recordNote('onRecord');
  expect(withheld()).toEqual({ speakers: 0, positions: 0, mandates: 0, proposals: 0 });
});

describe('what is withheld', () => {
  const withheld = (name: string, words: string): string => {
    const statement = { id: 's', body: { speaker: { name, anonymous: false }, relays: [] } } as unknown as Version<'statement'>;
    return withholder(session.record, 'note', [statement])(words);
  };
  beforeEach(() => recordNote('background'));

  it.each([
    ['Khalid al-Masri', 'al-Masri, said Masri', /masri/i],
    ['Wei Wu', 'Wu would not sign', /wu/i],
    ['José Peña', 'Pen\u0303a would not sign', /pe.+a /i],
    ['أحمد منصور', 'قال وأحمد لمنصور', /أحمد|منصور/],
    ['李明', '他说李明表示反对', /李明/],
  ])('%s, also by one part of the name and within the words of its script', (name, words, telling) => {
    expect(withheld(name, words)).not.toMatch(telling);
  });

  it('but no other word that a short name begins', () => {
    expect(withheld('Wei Wu', 'the wuthering Weimar')).toBe('the wuthering Weimar');
  });
});
