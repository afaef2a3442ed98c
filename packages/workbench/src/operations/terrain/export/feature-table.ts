import { labelText } from '@parley/model';
import { areaKm2, lineLengthKm, partsOf, plainText, type WrittenFeature } from '@parley/terrain';
import type { CsvCell } from '../../export/csv-table.ts';

/** The columns of the table of features: in text, and in numbers with their unit in the name. */
const COLUMNS: readonly (readonly [name: string, cell: (feature: WrittenFeature) => CsvCell])[] = [
  ['feature_id', ({ id }) => id],
  ['name', ({ name }) => labelText(name)],
  [
    'names',
    ({ name }) =>
      Object.entries(name)
        .map(([language, text]) => `${language}: ${text}`)
        .join('; '),
  ],
  ['party_id', ({ partyId }) => partyId],
  ['party', ({ party }) => party],
  ['version', ({ version }) => version],
  ['phase', ({ phase }) => phase],
  ['shape', ({ shape }) => shape],
  ['category', ({ category }) => category],
  ['date', ({ on }) => on],
  ['accuracy_m', ({ accuracyMeters }) => accuracyMeters],
  ['made_how', ({ madeHow }) => madeHow],
  ['source', ({ source }) => source],
  ['p_code', ({ pCode }) => pCode],
  ['contested', ({ contested }) => contested ?? false],
  ['named_by', ({ namedBy }) => namedBy],
  ['replaces_id', ({ replacesId }) => replacesId],
  ['area_km2', (feature) => (feature.shape === 'zone' ? rounded(areaKm2(partsOf(feature).zone)) : null)],
  ['length_km', (feature) => (feature.shape === 'line' ? rounded(lineLengthKm(partsOf(feature).lines)) : null)],
  ['compartment', ({ compartment }) => compartment],
];

/** The features as rows, the names of the columns first. */
export function featureTable(features: readonly WrittenFeature[]): CsvCell[][] {
  return [COLUMNS.map(([name]) => name), ...features.map((feature) => COLUMNS.map(([, cell]) => plainCell(cell(feature))))];
}

/** Text on one line and without control characters, as it is in the other formats. */
export function plainCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? plainText(cell) : cell;
}

/** A square metre, or a metre, is finer than any map. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
