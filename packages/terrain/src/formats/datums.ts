/**
 * How far the datums of older maps are off WGS 84. A map projection stands on a datum; read without it, a map comes out
 * as much as some hundred metres away. The figures are those of the EPSG Geodetic Parameter Dataset (IOGP, epsg.org),
 * of the transformation that holds for the largest land area, in the convention of a position vector.
 */
export interface Datum {
  /** Three shifts in metres, or seven: with rotations in seconds of arc and a scale in parts per million. */
  readonly toWgs84: readonly number[];
  /** The code of the transformation in the EPSG dataset. */
  readonly epsg: number;
  /** How far off it may be, in metres. */
  readonly withinMeters: number;
}

/** A datum by the name that a file gives it; 'same' where it is WGS 84 to a metre or two; null where it is not known. */
export function datumByName(name: string): Datum | 'same' | null {
  const plain = name
    .toLowerCase()
    .replace(/^d_/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/_$/, '');
  if (SAME.test(plain)) return 'same';
  return DATUMS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Those fixed to the same earth as WGS 84; since each was fixed, plates have moved a metre or two. */
const SAME =
  /^(wgs_?(19)?84|world_geodetic_system_1984|etrs_?(19)?89|european_terrestrial_reference_system_1989|north_american_(datum_)?(of_)?1983|nad_?(19)?83|itrf|international_terrestrial_reference_frame|gda|geocentric_datum_of_australia|jgd|japanese_geodetic_datum|geocentric_datum_of_korea|korea_(20|geodetic)|korean_geodetic_datum_2002|sirgas|sistema_de_referencia_geocentrico|magna|china_(geodetic_coordinate_system_)?2000|cgcs_?2000|new_zealand_geodetic_datum_2000|nzgd_2000|ig05|israeli_geodetic_datum_2005|hartebeesthoek|iraqi_geospatial_reference_system)/;

const datum = (epsg: number, withinMeters: number, ...toWgs84: number[]): Datum => ({ epsg, withinMeters, toWgs84 });

const DATUMS: readonly (readonly [RegExp, Datum])[] = [
  [/^palestine_1923/, datum(1074, 2, -275.7224, 94.7824, 340.8944, -8.001, -4.42, -11.821, 1)],
  [/^israel(_1993)?$/, datum(9676, 0.5, 23.772, 17.49, 17.859, -0.3132, -1.85274, 1.67299, -5.4262)],
  [/^(wgs_?(19)?72|world_geodetic_system_1972)$/, datum(1237, 2, 0, 0, 4.5, 0, 0, 0.554, 0.2263)],
  [/^european_(datum_)?1950$|^ed50$/, datum(1133, 30, -87, -98, -121)],
  [/^pulkovo_1942$/, datum(1291, 44, 15, -130, -84)],
  [/^mgi_1901/, datum(3962, 5, 682, -203, 480)],
  [/^adindan$/, datum(1100, 9, -166, -15, 204)],
  [/^arc_1950$/, datum(1113, 44, -143, -90, -294)],
  [/^arc_1960$/, datum(1122, 35, -160, -6, -302)],
  [/^afgooye$/, datum(1107, 44, -43, -163, 45)],
  [/^egypt_1907$/, datum(1148, 11, -130, 110, -13)],
  [/^european_libyan_datum_1979$/, datum(15909, 5, -115.8543, -99.0583, -152.4616)],
  [/^carthage$/, datum(1130, 14, -263, 6, 431)],
  [/^merchich$/, datum(1166, 7, 31, 146, 47)],
  [/^minna$/, datum(1168, 15, -92, -93, 122)],
  [/^cape$/, datum(1128, 9, -136, -108, -292)],
  [/^(cyprus_geodetic_reference_system_1993|cgrs_1993)$/, datum(7721, 1, 8.846, -4.394, -1.122, -0.00237, -0.146528, 0.130428, 0.783926)],
  [/^deir_ez_zor$/, datum(15742, 5, -190.421, 8.532, 238.69)],
  [/^karbala_1979/, datum(5078, 1, 70.995, -335.916, 262.898)],
  [/^ain_el_abd(_1970)?$/, datum(1111, 18, -143, -236, 7)],
  [/^kalianpur_1975$/, datum(1156, 22, 295, 736, 257)],
  [/^kandawala$/, datum(1157, 35, -97, 787, 86)],
  [/^indian_1975$/, datum(1154, 5, 209, 818, 290)],
  [/^tokyo$/, datum(1230, 29, -148, 507, 685)],
  [/^hu_tzu_shan(_1950)?$/, datum(1152, 26, -637, -549, -203)],
  [/^luzon_1911$/, datum(1161, 17, -133, -77, -51)],
  [/^(osgb_?(19)?36|ordnance_survey_of_great_britain_1936)$/, datum(1314, 2, 446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489)],
  [/^tm65$/, datum(1641, 1, 482.5, -130.6, 564.6, -1.042, -0.214, -0.631, 8.15)],
  [/^(deutsches_hauptdreiecksnetz|dhdn)$/, datum(1777, 3, 598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7)],
  [/^south_american_(datum_)?1969$/, datum(1864, 19, -57, 1, -41)],
  [/^bogota(_1975)?$/, datum(1125, 10, 307, 304, -318)],
];
