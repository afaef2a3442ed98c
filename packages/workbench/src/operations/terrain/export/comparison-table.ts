import type { Band, Measured } from '@parley/terrain';
import type { z } from 'zod';
import type { ComparedMaps } from '../../../contract/terrain-results.ts';
import type { CsvCell } from '../../export/csv-table.ts';
import { plainCell } from './feature-table.ts';

type Comparison = z.output<typeof ComparedMaps>['result'];
type MapFigures = Comparison['maps'][number];

/** What people were counted by, which stands beside every count of them. */
export interface CountedBy {
  readonly name: string;
  readonly year: number;
  readonly beforeDisplacement: boolean;
}

/** One figure of one map. */
export interface FigureRow {
  readonly map: string;
  readonly figure: string;
  /** What it is of: a site, a municipality, another map; empty where it is of the whole map. */
  readonly of: string;
  readonly band: Band | null;
  readonly unit: string;
  readonly note: string;
}

/** Every figure of a comparison, each with its band. */
export function figureRows(comparison: Comparison, countedBy: CountedBy | null): FigureRow[] {
  const { reference, maps, overlapMatrix } = comparison;
  const people = countedBy === null ? '' : countedText(countedBy);
  const all = reference === null ? maps : [reference, ...maps];
  const alone = all.flatMap((map) => rowsOfMap(map, people, reference?.name ?? ''));
  const shared = overlapMatrix.names.flatMap((map, row) =>
    overlapMatrix.names.flatMap((other, column): FigureRow[] => {
      if (row === column) return [];
      const share = overlapMatrix.percentOfRow[row]?.[column] ?? null;
      const both: FigureRow = {
        map,
        figure: 'in both',
        of: other,
        band: overlapMatrix.areaKm2[row]?.[column] ?? null,
        unit: 'km²',
        note: '',
      };
      return [...(row < column ? [both] : []), { map, figure: 'share in both', of: other, band: share, unit: '%', note: '' }];
    }),
  );
  return [...alone, ...shared];
}

/** The same as a table, the names of the columns first and what the figures are after them. */
export function comparisonTable(rows: readonly FigureRow[], about: readonly string[]): CsvCell[][] {
  const cells = rows.map(({ map, figure, of, band, unit, note }): CsvCell[] => [
    map,
    figure,
    of,
    band && rounded(band.value),
    band && rounded(band.low),
    band && rounded(band.high),
    unit,
    note,
  ]);
  const lines = about.map((line): CsvCell[] => ['', 'about', '', null, null, null, '', line]);
  return [['map', 'figure', 'of', 'value', 'least', 'most', 'unit', 'note'], ...[...cells, ...lines].map((row) => row.map(plainCell))];
}

/** Of which year people are counted, and whether before they were displaced. */
export function countedText({ name, year, beforeDisplacement }: CountedBy): string {
  return `${name}, ${year}${beforeDisplacement ? ', before displacement' : ''}`;
}

function rowsOfMap(map: MapFigures, people: string, referenceName: string): FigureRow[] {
  const row = (figure: string, band: Band | null, unit: string, of = '', note = ''): FigureRow[] =>
    band === null ? [] : [{ map: map.name, figure, of, band, unit, note }];
  const part = (figure: string, { areaKm2, people: count }: Measured, of: string): FigureRow[] => [
    ...row(figure, areaKm2, 'km²', of),
    ...row(`${figure}: people`, count, 'people', of, people),
  ];
  const { pieces, towardsReference: towards } = map;
  const accuracy = map.accuracyMeters === null ? 'accuracy not stated: taken as exact' : `accuracy ${map.accuracyMeters} m`;
  return [
    ...row('area', map.areaKm2, 'km²', '', accuracy),
    ...row('people', map.people, 'people', '', people),
    ...row('roads', map.roadLengthKm, 'km'),
    ...(map.sites ?? []).flatMap(({ name, signedMeters, where }) =>
      row('distance of site', within(signedMeters, map), 'm', name, `${where}; negative is inside`),
    ),
    ...(map.units ?? []).flatMap(({ name, shareInside, where }) => row('share of unit inside', shareInside, '%', name, where)),
    ...row('pieces', exactly(pieces.pieces.length), ''),
    ...row('compactness', exactly(map.compactness), '', '', '1 for a circle'),
    ...(towards === null
      ? []
      : [
          ...part('in the map and the reference', towards.overlap, referenceName),
          ...part('only in the map', towards.onlyMap, referenceName),
          ...part('only in the reference', towards.onlyReference, referenceName),
          ...row('mean distance of borders', towards.lineShift?.meanMeters ?? null, 'm', referenceName),
          ...row('greatest distance of borders', towards.lineShift?.greatestMeters ?? null, 'm', referenceName),
        ]),
  ];
}

/** A site is no further off than the border may be. */
function within(meters: number, { accuracyMeters }: MapFigures): Band {
  const off = accuracyMeters ?? 0;
  return { value: meters, low: meters - off, high: meters + off };
}

function exactly(value: number): Band {
  return { value, low: value, high: value };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
