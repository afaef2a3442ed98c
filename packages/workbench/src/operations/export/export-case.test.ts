import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChains } from '@parley/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../../examples/example-folder.ts';
import { writeExample } from '../../examples/write-example.ts';
import { asOf } from '../as-of.ts';
import { type CaseSession, openCase } from '../case-session.ts';
import { machineRecorder } from '../recorder.ts';
import { type ExportFormat, exportCase } from './export-case.ts';
import type { Manifest } from './manifest.ts';

let folder: string;
let session: CaseSession;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-export-'));
  const file = join(folder, 'lake.parley');
  await writeExample(exampleFolder('lake-ulvessa'), file, { author: 'tester' });
  session = await openCase(file, { recorder: machineRecorder('tester') });
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

type Input = Parameters<typeof asOf>[1];

function exported(format: ExportFormat, input: Input = {}): string[] {
  const { record, heldOn, scope } = asOf(session, { heldOn: '2024-06-12', ...input });
  return exportCase(session, record, heldOn, format, scope).map(({ body }) => body);
}

const caseOf = (input: Input = {}) =>
  JSON.parse(exported('json', input)[0] ?? '') as {
    manifest: Manifest;
    statements: unknown[];
    positions: unknown[];
    sources: { id: string }[];
  };

describe('the manifest', () => {
  it('counts what is in the document, and names the head of every chain used', () => {
    const { manifest, statements, positions, sources } = caseOf();
    const { accepted, suggested, rejected } = manifest.counts;
    expect(accepted + suggested + rejected).toBe(statements.length);
    expect([manifest.counts.positions, manifest.counts.sources]).toEqual([positions.length, sources.length]);
    expect(verifyChains(session.entries).chains).toBe(manifest.chains.length);
    expect(manifest.chains.reduce((sum, { entries }) => sum + entries, 0)).toBe(session.entries.length);
    for (const { head, compartment } of manifest.chains) {
      expect(session.entries.findLast((entry) => entry.compartment === compartment)?.hash).toBe(head);
    }
  });

  it.each<ExportFormat>(['csv', 'json', 'prov'])('is enough to make the same %s again, byte for byte', (format) => {
    const input: Input = { knownAt: '2024-05-10T00:00:00.000Z', compartments: ['public', 'team'] };
    const { heldOn, knownAt, compartments } = caseOf(input).manifest;
    expect(exported(format, { heldOn, knownAt: knownAt ?? undefined, compartments })).toEqual(exported(format, input));
  });
});

describe.each<ExportFormat>(['csv', 'json', 'prov'])('%s through some compartments', (format) => {
  it('tells nothing of the others', () => {
    const hidden = [...session.record.of('source').values()].filter(({ entry }) => entry.compartment !== 'public');
    expect(hidden.length).toBeGreaterThan(0);
    const bodies = exported(format, { compartments: ['public'] }).join('\n');
    for (const { id, body } of hidden) {
      expect(bodies).not.toContain(id);
      expect(bodies).not.toContain(body.title);
    }
    for (const compartment of ['"channel-a"', ',channel-a,']) expect(bodies).not.toContain(compartment);
  });

  it('has nothing that came later than asked for', () => {
    const later = [...session.record.of('source').values()].filter(({ entry }) => entry.receivedAt > '2024-05-01');
    const bodies = exported(format, { knownAt: '2024-05-01T00:00:00.000Z' }).join('\n');
    for (const { id } of later) expect(bodies).not.toContain(id);
  });
});

describe('the tables', () => {
  it('have a row for each statement, position and figure, every row with as many cells as the head', () => {
    const counts = exported('csv').map((body) => {
      const rows = body.split('\r\n').slice(0, -1);
      const cells = rows.map((row) => row.replace(/"(?:[^"]|"")*"/g, '').split(',').length);
      expect(new Set(cells).size).toBe(1);
      return rows.length - 1;
    });
    expect(counts).toEqual(['statement', 'position', 'figure'].map((kind) => session.record.of(kind as 'statement').size));
  });

  it('give for each position over which days it holds', () => {
    const [, positions = ''] = exported('csv');
    const [head = '', ...rows] = positions.split('\r\n').slice(0, -1);
    const column = (name: string): number => head.split(',').indexOf(name);
    const held = rows.map((row) => row.split(',')).filter((row) => row[column('held')] === 'true');
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThan(rows.length);
  });
});

describe('PROV-JSON', () => {
  type Records = Record<string, Record<string, unknown>>;
  const document = () => JSON.parse(exported('prov')[0] ?? '') as Record<string, Records> & { prefix: Record<string, string> };
  // The roles of each relation by the submission's section 3, and what kind of element each names.
  const ROLES: Record<string, Record<string, 'entity' | 'activity' | 'agent'>> = {
    wasGeneratedBy: { 'prov:entity': 'entity', 'prov:activity': 'activity' },
    used: { 'prov:activity': 'activity', 'prov:entity': 'entity' },
    wasDerivedFrom: { 'prov:generatedEntity': 'entity', 'prov:usedEntity': 'entity' },
    wasAttributedTo: { 'prov:entity': 'entity', 'prov:agent': 'agent' },
    wasAssociatedWith: { 'prov:activity': 'activity', 'prov:agent': 'agent' },
    actedOnBehalfOf: { 'prov:delegate': 'agent', 'prov:responsible': 'agent' },
  };

  it('has only the parts, roles and prefixes of the submission, each relation between things that are declared', () => {
    const parts = document();
    expect(Object.keys(parts).sort()).toEqual([...Object.keys(ROLES), 'activity', 'agent', 'entity', 'prefix'].sort());
    for (const [relation, roles] of Object.entries(ROLES)) {
      for (const [id, ends] of Object.entries(parts[relation] as Records)) {
        expect(id).toMatch(/^_:\w+$/);
        expect(Object.keys(ends).filter((key) => key !== 'prov:time')).toEqual(Object.keys(roles));
        for (const [role, kind] of Object.entries(roles)) expect(parts[kind]).toHaveProperty([String(ends[role])]);
      }
    }
    const known = new Set([...Object.keys(parts.prefix), 'prov']);
    for (const kind of ['entity', 'activity', 'agent']) {
      for (const [id, attributes] of Object.entries(parts[kind] as Records)) {
        for (const name of [id, ...Object.keys(attributes)]) expect(known).toContain(name.split(':')[0]);
      }
    }
  });

  it('leads from every position to a source, and from every accepted suggestion to who accepted it', () => {
    const { entity, wasDerivedFrom, used, wasAssociatedWith } = document() as Record<string, Records>;
    const from = Map.groupBy(Object.values(wasDerivedFrom ?? {}), (relation) => String(relation['prov:generatedEntity']));
    const reaches = (id: string): boolean =>
      id.startsWith('case:source-') || (from.get(id) ?? []).some((relation) => reaches(String(relation['prov:usedEntity'])));
    const positions = Object.keys(entity ?? {}).filter((id) => id.startsWith('case:position-'));
    expect(positions.length).toBeGreaterThan(0);
    for (const id of positions) expect(reaches(id)).toBe(true);
    const decided = Object.values(used ?? {}).filter((relation) => String(relation['prov:activity']).startsWith('case:decision-'));
    for (const relation of decided) {
      const by = Object.values(wasAssociatedWith ?? {}).find((one) => one['prov:activity'] === relation['prov:activity']);
      expect(by?.['prov:agent']).toBe('case:author-tester');
    }
  });
});
