export type { Band } from './accuracy.ts';
export { areaKm2 } from './area.ts';
export { type Comparison, compare, type MeasuredMap } from './compare.ts';
export { type CompareLinesOptions, compareLines, type DrawnLine, type LineComparison } from './compare-lines.ts';
export { type CompareManyOptions, compareMany, type ManyComparison, type MapFigures, type MapsToCompare } from './compare-many.ts';
export { type CompromiseFamily, type CompromiseOptions, compromise, compromiseBetweenLines } from './compromise.ts';
export { type Claim, type Contested, contested } from './contested.ts';
export { distanceMeters, lineLengthKm } from './distance.ts';
export { type DrawnFeature, drawMap, type LegendEntry, type MapDrawing } from './formats/map-drawing.ts';
export type { MapFeature, MapFile } from './formats/map-feature.ts';
export { TONE_COLOURS, tonePattern } from './formats/map-tones.ts';
export { boundaryOfH3, cellOfExtent, cellOfH3 } from './formats/population-cell.ts';
export { readMapFile } from './formats/read-map-file.ts';
export { type PopulationFile, type PopulationOptions, readPopulationFile } from './formats/read-population-file.ts';
export type { SheetPoint } from './formats/sheet-plane.ts';
export { sitesOfFile } from './formats/sites-of-file.ts';
export { type WrittenMapFormat, writeMapFile } from './formats/write-map-file.ts';
export {
  isRightToLeft,
  MAP_IS_CLAIM,
  mapName,
  mapOrigin,
  partsOf,
  plainText,
  type WrittenFeature,
  type WrittenMap,
} from './formats/written-map.ts';
export { accuracyOfFile, MOST_ACCURACY_METERS, zoneOfFile } from './formats/zone-of-file.ts';
export { type Extent, extentOf, type Line, type Position, type Zone } from './geometry.ts';
export type { GeosModule } from './geos/geos-module.ts';
export { geosOverlay } from './geos/geos-overlay.ts';
export type { Ground } from './ground.ts';
export type { DrawnMap, Measured } from './ground-parts.ts';
export { lineShift } from './line-shift.ts';
export { lineNear, longitudeOf, placeNear, zoneNear } from './one-turn.ts';
export type { Overlay } from './overlay.ts';
export type { PopulationCell } from './people-within.ts';
export { type PhasePlan, type PhasesResult, phases } from './phases.ts';
export type { GroundUnit, PlacedUnit } from './placed-unit.ts';
export { type PlacedSite, type Site, sitesWithin } from './sites-within.ts';
export type { TerrainNote } from './terrain-note.ts';
