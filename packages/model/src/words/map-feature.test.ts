import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDrafts } from '../fold/check-drafts.ts';
import { foldEntries } from '../fold/fold.ts';
import { bodies, testLog } from '../testing/record.ts';
import { KINDS, type Kind } from './kinds.ts';
import { geometryFault, MOST_POSITIONS, positionCount } from './map-feature.ts';

const SQUARE = [
  [30, 40],
  [31, 40],
  [31, 41],
  [30, 41],
  [30, 40],
] as const;
const zone = (ring: unknown, more: object = {}) => ({ name: { en: 'Hill' }, shape: 'zone', coordinates: [[ring]], ...more });

function fault(kind: Kind, body: unknown): string {
  const parsed = KINDS[kind].safeParse(body);
  return parsed.success ? '' : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
}

describe('a map feature', () => {
  it('is kept with its coordinates as they are', () => {
    const body = zone(SQUARE, { partyId: 'north', phase: 2, accuracyMeters: 50_000, madeHow: 'from text' });
    expect(KINDS.mapFeature.parse(body)).toEqual({ ...body, evidence: [] });
    expect(fault('mapFeature', { name: { en: 'Road' }, shape: 'line', coordinates: [[...SQUARE]] })).toBe('');
    expect(fault('mapFeature', { name: { en: 'Clinics' }, shape: 'place', coordinates: [...SQUARE] })).toBe('');
  });

  it.each([
    ['a ring of three', [SQUARE[0], SQUARE[1], SQUARE[0]], 'zone "Hill": ring 1 of polygon 1 has 3 positions; a ring has 4'],
    ['an open ring', SQUARE.slice(0, 4), 'ring 1 of polygon 1 is open: it begins at 30, 40 and ends at 30, 41'],
    ['a flat ring', [SQUARE[0], SQUARE[2], SQUARE[0], SQUARE[2], SQUARE[0]], 'encloses nothing'],
    ['latitude first', [...SQUARE.slice(0, 2), [31, 141], SQUARE[0]], 'there is no latitude 141'],
    ['metres', [...SQUARE.slice(0, 2), [634_000, 3_480_000], SQUARE[0]], '634000, 3480000 is not in longitude'],
    ['beyond the antimeridian', [...SQUARE.slice(0, 2), [181, 41], SQUARE[0]], '181, 41 is not in longitude'],
    ['words', [...SQUARE.slice(0, 2), ['31', 41], SQUARE[0]], '["31",41] is no place'],
    ['a height', [...SQUARE.slice(0, 2), [31, 41, 5], SQUARE[0]], 'leave heights out'],
    ['nothing', [], 'ring 1 of polygon 1 has 0 positions'],
  ])('is refused with %s, by name and value', (_, ring, message) => {
    expect(fault('mapFeature', zone(ring))).toContain(message);
  });

  it('is refused where it is empty, too large, or of another shape', () => {
    expect(fault('mapFeature', { ...zone(SQUARE), coordinates: [] })).toContain('it has no positions');
    expect(fault('mapFeature', { ...zone(SQUARE), coordinates: [[]] })).toContain('polygon 1 has no ring');
    expect(fault('mapFeature', { ...zone(SQUARE), shape: 'line', coordinates: [[[30, 40]]] })).toContain('line 1 has one position');
    expect(fault('mapFeature', { ...zone(SQUARE), shape: 'place' })).toContain('is no place');
    const many = Array.from({ length: MOST_POSITIONS + 1 }, (_, at) => [at / 1e5, 1]);
    expect(geometryFault('place', many)).toContain('more than 250000 positions');
    expect(geometryFault('place', many.slice(1))).toBeNull();
    expect(fault('mapFeature', zone(SQUARE, { accuracyMeters: 50_001 }))).toContain('accuracyMeters');
    expect(fault('mapFeature', zone(SQUARE, { phase: 0 }))).toContain('phase');
  });

  const position = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));

  it('takes any line on the globe, and counts its positions', () => {
    fc.assert(
      fc.property(fc.array(fc.array(position, { minLength: 2, maxLength: 20 }), { minLength: 1, maxLength: 5 }), (lines) => {
        expect(geometryFault('line', lines)).toBeNull();
        expect(positionCount(lines)).toBe(lines.flat().length);
      }),
    );
  });

  it('refuses a line as soon as one number of it is off the globe', () => {
    const off = fc.oneof(fc.constantFrom(Number.NaN, Infinity, -Infinity, '3', null), fc.double({ min: 180.001, noNaN: true }));
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 20 }), fc.nat(), fc.nat(1), off, (line, at, which, value) => {
        const spoilt = line.map((place, index) => (index === at % line.length ? place.toSpliced(which, 1, value as number) : place));
        expect(geometryFault('line', [spoilt])).not.toBeNull();
        expect(geometryFault('place', spoilt)).not.toBeNull();
      }),
    );
  });
});

describe('a population', () => {
  const population = (cells: unknown) => ({ name: { en: 'Grid' }, year: 2020, beforeDisplacement: true, cells });

  it('has cells by id or extent', () => {
    expect(
      fault(
        'population',
        population([
          { h3: '882da1d6d9fffff', people: 12.5 },
          { extent: [30, 40, 31, 41], people: 0 },
        ]),
      ),
    ).toBe('');
  });

  it.each([
    ['no cells', [], 'it has no cells'],
    ['a negative number', [{ extent: [30, 40, 31, 41], people: -1 }], 'cell 1: "people" is -1'],
    ['both', [{ h3: '882da1d6d9fffff', extent: [30, 40, 31, 41], people: 1 }], 'one of the two'],
    ['no such cell', [{ h3: '882DA', people: 1 }], '"882DA" is no H3 cell'],
    ['an extent upside down', [{ extent: [30, 41, 31, 40], people: 1 }], 'the extent 30, 41, 31, 40 is not west, south, east, north'],
    ['an extent of three', [{ extent: [30, 41, 31], people: 1 }], 'is not four numbers'],
  ])('is refused with %s', (_, cells, message) => {
    expect(fault('population', population(cells))).toContain(message);
  });
});

describe('in a case, a map feature', () => {
  const log = testLog();
  log.put('compartment', 'team', { name: { en: 'Team' } });
  log.put('party', 'north', bodies.party('North'));
  log.put('mapFeature', 'first', KINDS.mapFeature.parse(zone(SQUARE)));
  log.put('mapFeature', 'hidden', KINDS.mapFeature.parse(zone(SQUARE)), 'team');
  log.put('source', 'open', bodies.source());
  const record = foldEntries(log.entries);
  const check =
    (kind: Kind, id: string, body: unknown, compartment = 'public') =>
    () =>
      checkDrafts(record, [
        {
          id: 'e',
          author: 'a',
          compartment,
          recordedAt: '2025-07-12T00:00:00.000Z',
          salt: 's',
          subject: { kind, id },
          action: 'put',
          body,
        } as never,
      ]);

  it('is named by options and statements, in its compartment or a narrower one', () => {
    const issue = (featureId: string) => ({
      name: { en: 'Line' },
      kind: 'map',
      options: [{ id: 'a', name: { en: 'A' }, featureIds: [featureId] }],
    });
    expect(check('issue', 'line', issue('first'))).not.toThrow();
    expect(check('issue', 'line', issue('hidden'))).toThrow('featureIds: there is no mapFeature "hidden"');
    expect(check('issue', 'line', issue('hidden'), 'team')).not.toThrow();
    expect(check('statement', 's', bodies.statement('open', { featureIds: ['first'] }))).not.toThrow();
    expect(check('statement', 's', bodies.statement('open', { featureIds: ['none'] }))).toThrow('there is no mapFeature "none"');
  });

  it('replaces an earlier one, and never itself', () => {
    const second = testLog();
    second.put('mapFeature', 'first', KINDS.mapFeature.parse(zone(SQUARE)));
    second.put('mapFeature', 'second', KINDS.mapFeature.parse(zone(SQUARE, { replacesId: 'first' })));
    expect(check('mapFeature', 'third', zone(SQUARE, { replacesId: 'first' }))).not.toThrow();
    expect(check('mapFeature', 'third', zone(SQUARE, { replacesId: 'none' }))).toThrow('replacesId: there is no mapFeature "none"');
    const draft = { id: 'e', author: 'a', compartment: 'public', recordedAt: '2025-07-12T00:00:00.000Z', salt: 's', action: 'put' };
    const ring = { ...draft, subject: { kind: 'mapFeature', id: 'first' }, body: zone(SQUARE, { replacesId: 'second' }) };
    expect(() => checkDrafts(foldEntries(second.entries), [ring as never])).toThrow('"first" would replace itself');
  });
});
