import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOfQuery, formatPlace, type Place, parsePlace } from './place.ts';

test('an address names the case, the view, both times, the compartments and the open cell', () => {
  const place = parsePlace('/c/doha/table?cell=north,water&compartments=public,a&heldOn=2025-07-12&knownAt=2025-07-14T23:00:00.000Z');
  expect(place.route).toEqual({ view: 'table', caseId: 'doha' });
  expect(place.query).toEqual({
    cell: { partyId: 'north', issueId: 'water' },
    compartments: ['public', 'a'],
    heldOn: '2025-07-12',
    knownAt: '2025-07-14T23:00:00.000Z',
  });
});

test('a case opens on its table', () => {
  expect(parsePlace('/c/doha').route).toEqual({ view: 'table', caseId: 'doha' });
  expect(parsePlace('/').route).toEqual({ view: 'start' });
});

test.each(['/x', '/c', '/c/doha/nowhere', '/c/doha/table/extra', '/c/doha/record/a/b'])('%s names no view', (path) => {
  expect(parsePlace(path).route.view).toBe('unknown');
});

test('a broken escape or an unknown parameter breaks nothing', () => {
  expect(parsePlace('/c/%E0%A4%A/table?junk=1&cell=one').query).toEqual({});
});

test('every place can be read back from its address', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,12}$/);
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).map((value) => value.toWellFormed());
  const place = fc.record({
    route: fc.oneof(
      fc.record({ view: fc.constantFrom('table' as const, 'figures' as const), caseId: id }),
      fc.record({ view: fc.constant('record' as const), caseId: id, sourceId: id }),
    ),
    query: fc.record(
      { from: text, statement: id, compartments: fc.array(id, { minLength: 1 }), cell: fc.record({ partyId: id, issueId: id }) },
      { requiredKeys: [] },
    ),
  });
  fc.assert(
    fc.property(place, (one: Place) => {
      expect(parsePlace(formatPlace(one))).toEqual(one);
    }),
  );
});

test('going to another view keeps the two times and drops what was open', () => {
  expect(asOfQuery({ heldOn: '2025-07-12', cell: { partyId: 'a', issueId: 'b' }, statement: 's' })).toEqual({ heldOn: '2025-07-12' });
});
