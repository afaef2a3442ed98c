import type { WrittenFeature, WrittenMap } from './written-map.ts';

/** A square with a hole, whose rings run the wrong way round. */
export const ZONE: WrittenFeature = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: { en: 'North strip', ar: 'الشريط الشمالي' },
  shape: 'zone',
  coordinates: [
    [
      [
        [34, 31],
        [34, 31.4],
        [34.5, 31.4],
        [34.5, 31],
        [34, 31],
      ],
      [
        [34.1, 31.1],
        [34.2, 31.1],
        [34.2, 31.2],
        [34.1, 31.2],
        [34.1, 31.1],
      ],
    ],
  ],
  mapKey: 'union-2',
  category: 'withdrawal',
  partyId: 'union',
  party: 'Union of <Upper> & "Lower" Valley',
  version: 'second map',
  phase: 1,
  on: '2025-07',
  accuracyMeters: 200,
  madeHow: 'digitised',
  source: 'Letter of 12 July',
  pCode: 'XX-01',
  contested: true,
  compartment: 'public',
};

export const LINE: WrittenFeature = {
  id: '0198c0de-0000-7000-8000-000000000002',
  name: { ar: 'خط الوادي (١٢)' },
  shape: 'line',
  coordinates: [
    [
      [34.05, 31.05],
      [34.25, 31.35],
      [34.45, 31.1],
    ],
  ],
  mapKey: 'council',
  partyId: 'council',
  party: 'המועצה',
  compartment: 'team',
};

export const PLACE: WrittenFeature = {
  id: '0198c0de-0000-7000-8000-000000000003',
  name: { en: 'Clinic' },
  shape: 'place',
  coordinates: [[34.3, 31.3]],
  mapKey: null,
  category: 'hospital',
  compartment: 'public',
};

export function mapOf(...features: readonly WrittenFeature[]): WrittenMap {
  return { title: 'Maps of the valley', features, compartments: ['public', 'team'], told: [] };
}
