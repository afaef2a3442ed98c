/**
 * The functions of GEOS that are used here, under the names of its C interface. The module `geos-wasm` has them all; it
 * is handed over ready, and another build of GEOS with the same names will do as well. Pointers are numbers, 0 is failure.
 */
export interface GeosModule {
  readonly Module: {
    readonly HEAPU8: Uint8Array;
    readonly HEAPU32: Uint32Array;
    readonly HEAPF64: Float64Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
  };
  GEOSGeomFromWKB_buf(bytes: number, size: number): number;
  GEOSGeomToWKB_buf(geometry: number, size: number): number;
  GEOSGeom_destroy(geometry: number): unknown;
  GEOSFree(buffer: number): unknown;
  GEOSMakeValidParams_create(): number;
  GEOSMakeValidParams_destroy(params: number): unknown;
  GEOSMakeValidParams_setMethod(params: number, method: number): number;
  GEOSMakeValidWithParams(geometry: number, params: number): number;
  GEOSisValid(geometry: number): number;
  GEOSisValidDetail(geometry: number, flags: number, reason: number, location: number): number;
  GEOSGeomGetX(point: number, x: number): number;
  GEOSGeomGetY(point: number, y: number): number;
  GEOSIntersection(first: number, second: number): number;
  GEOSDifference(first: number, second: number): number;
  GEOSIntersectionPrec(first: number, second: number, gridSize: number): number;
  GEOSDifferencePrec(first: number, second: number, gridSize: number): number;
  GEOSUnaryUnionPrec(geometry: number, gridSize: number): number;
  GEOSLineMerge(lines: number): number;
  GEOSBuildArea(geometry: number): number;
  GEOSBuffer(geometry: number, distance: number, quadrantSegments: number): number;
}
