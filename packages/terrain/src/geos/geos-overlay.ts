import type { Line, Position, Ring, Zone } from '../geometry.ts';
import type { Overlay } from '../overlay.ts';
import type { GeosModule } from './geos-module.ts';
import { fromWkb, linesToWkb, zoneToWkb } from './wkb.ts';

/**
 * An overlay by GEOS. Every object that is made in its memory is destroyed again, whatever fails.
 *
 * @param geos a build of GEOS, ready to use
 * @param gridSize distance of the grid that vertices come to lie on, in the unit of the coordinates. Without it copies of
 *   one border that differ in the last digits leave hundreds of slivers. Default 1e-7 (degrees: about 1 cm)
 * @param quickFromCorners zones that have so many corners together are put on the grid first and overlaid off it, which is
 *   twice as fast; where the result is no longer valid once it is on the grid, they are overlaid on it after all
 */
export function geosOverlay(geos: GeosModule, gridSize = 1e-7, quickFromCorners = 20_000): Overlay {
  const isLarge = (first: Zone, second: Zone): boolean => cornersOf(first) + cornersOf(second) >= quickFromCorners;
  return {
    repair: (zone) => calling(geos, gridSize, (call) => call.valid(zone)),
    fault: (zone) => calling(geos, gridSize, (call) => call.fault(call.put(zoneToWkb(zone)))),
    overlap: (first, second) =>
      calling(
        geos,
        gridSize,
        (call) =>
          (isLarge(first, second) ? call.quick(first, second, geos.GEOSIntersection) : null) ??
          call.broad(call.keep('overlap', geos.GEOSIntersectionPrec(call.validZone(first), call.validZone(second), gridSize))),
      ),
    difference: (first, second) =>
      calling(
        geos,
        gridSize,
        (call) =>
          (isLarge(first, second) ? call.quick(first, second, geos.GEOSDifference) : null) ??
          call.broad(call.keep('difference', geos.GEOSDifferencePrec(call.validZone(first), call.validZone(second), gridSize))),
      ),
    union: (zones) =>
      calling(geos, gridSize, (call) => {
        // Each is made valid alone: overlapping parts of one collection are what a union is for.
        const all = zones.flatMap((zone) => call.valid(zone));
        return call.broad(call.keep('union', geos.GEOSUnaryUnionPrec(call.put(zoneToWkb(all)), gridSize)));
      }),
    enclosed: (rings: readonly Ring[]) =>
      calling(geos, gridSize, (call) => call.zone(call.keep('area', geos.GEOSBuildArea(call.put(linesToWkb(rings)))))),
    buffer: (lines, distance) =>
      calling(geos, gridSize, (call) =>
        call.zone(call.keep('buffer', geos.GEOSBuffer(call.put(linesToWkb(lines)), distance, QUADRANT_SEGMENTS))),
      ),
    clip: (lines, zone) =>
      calling(geos, gridSize, (call) =>
        call.lines(call.keep('clip', geos.GEOSIntersectionPrec(call.put(linesToWkb(lines)), call.validZone(zone), gridSize))),
      ),
    lineDifference: (lines, others) =>
      calling(geos, gridSize, (call) => {
        const rest = call.keep('difference', geos.GEOSDifferencePrec(call.put(linesToWkb(lines)), call.put(linesToWkb(others)), gridSize));
        // Where a ring starts is no end of a line.
        return call.lines(call.keep('merging lines', geos.GEOSLineMerge(rest)));
      }),
  };
}

/** Points on a quarter of a circle: the polygon is nowhere more than 0.03 % of the radius inside the circle. */
const QUADRANT_SEGMENTS = 32;

/** `GEOS_MAKE_VALID_STRUCTURE`: a ring that crosses itself keeps all that it goes round. */
const STRUCTURE = 1;

function calling<T>(geos: GeosModule, gridSize: number, work: (call: Call) => T): T {
  const call = new Call(geos, gridSize);
  try {
    return work(call);
  } finally {
    call.end();
  }
}

/** One call into GEOS, and all that it has to destroy at its end. */
class Call {
  readonly #geos: GeosModule;
  readonly #gridSize: number;
  readonly #geometries: number[] = [];

  constructor(geos: GeosModule, gridSize: number) {
    this.#geos = geos;
    this.#gridSize = gridSize;
  }

  end(): void {
    for (const geometry of this.#geometries) this.#geos.GEOSGeom_destroy(geometry);
  }

  keep(what: string, geometry: number): number {
    if (geometry === 0) throw new Error(`GEOS failed at ${what}`);
    this.#geometries.push(geometry);
    return geometry;
  }

  put(bytes: Uint8Array): number {
    const pointer = this.#geos.Module._malloc(bytes.length);
    try {
      this.#geos.Module.HEAPU8.set(bytes, pointer);
      return this.keep('reading coordinates', this.#geos.GEOSGeomFromWKB_buf(pointer, bytes.length));
    } finally {
      this.#geos.Module._free(pointer);
    }
  }

  read(geometry: number): { zone: Zone; lines: Line[] } {
    return this.#withMemory(8, (size) => {
      const pointer = this.#geos.GEOSGeomToWKB_buf(geometry, size);
      if (pointer === 0) throw new Error('GEOS failed at writing coordinates');
      try {
        const length = this.#geos.Module.HEAPU32[size / 4] ?? 0;
        return fromWkb(this.#geos.Module.HEAPU8.slice(pointer, pointer + length));
      } finally {
        this.#geos.GEOSFree(pointer);
      }
    });
  }

  zone(geometry: number): Zone {
    return this.read(geometry).zone;
  }

  /** Without slivers, in land or as holes: two roundings of one border may come to lie a step of the grid apart. */
  broad(geometry: number): Zone {
    return this.#broadOf(this.zone(geometry));
  }

  #broadOf(zone: Zone): Zone {
    const isBroad = (ring: Ring): boolean => meanWidth(ring) >= this.#gridSize;
    return zone.flatMap(([shell = [], ...holes]) => (isBroad(shell) ? [[shell, ...holes.filter(isBroad)]] : []));
  }

  lines(geometry: number): Line[] {
    return this.read(geometry).lines;
  }

  /** The zones put on the grid, overlaid off it, and the result put on it; null where something is not valid there. */
  quick(first: Zone, second: Zone, work: (first: number, second: number) => number): Zone | null {
    const [one, other] = [first, second].map((zone) => this.put(zoneToWkb(this.#onGrid(zone)))) as [number, number];
    if (this.#geos.GEOSisValid(one) !== 1 || this.#geos.GEOSisValid(other) !== 1) return null;
    const result = work(one, other);
    if (result === 0) return null;
    this.#geometries.push(result);
    const zone = this.#broadOf(this.#onGrid(this.zone(result)));
    return this.#geos.GEOSisValid(this.put(zoneToWkb(zone))) === 1 ? zone : null;
  }

  #onGrid(zone: Zone): Zone {
    const scale = Math.round(1 / this.#gridSize);
    return zone.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]): Position => [Math.round(x * scale) / scale, Math.round(y * scale) / scale])),
    );
  }

  /** As it is where it is valid. */
  valid(zone: Zone): Zone {
    return this.#geos.GEOSisValid(this.put(zoneToWkb(zone))) === 1 ? zone : this.broad(this.#repairedZone(zone));
  }

  validZone(zone: Zone): number {
    const whole = this.put(zoneToWkb(zone));
    return this.#geos.GEOSisValid(whole) === 1 ? whole : this.#repairedZone(zone);
  }

  /** Polygon by polygon, what is in its shell and in none of its holes; GEOS alone makes land of a hole outside its shell. */
  #repairedZone(zone: Zone): number {
    const parts = zone.flatMap(([shell, ...holes]) => {
      if (shell === undefined) return [];
      const land = this.#repaired([[shell]]);
      if (holes.length === 0) return this.read(land).zone;
      const cut = this.keep('union', this.#geos.GEOSUnaryUnionPrec(this.#repaired(holes.map((hole) => [hole])), this.#gridSize));
      return this.read(this.keep('difference', this.#geos.GEOSDifferencePrec(land, cut, this.#gridSize))).zone;
    });
    return this.keep('union', this.#geos.GEOSUnaryUnionPrec(this.put(zoneToWkb(parts)), this.#gridSize));
  }

  #repaired(zone: Zone): number {
    const params = this.#geos.GEOSMakeValidParams_create();
    try {
      this.#geos.GEOSMakeValidParams_setMethod(params, STRUCTURE);
      return this.keep('repair', this.#geos.GEOSMakeValidWithParams(this.put(zoneToWkb(zone)), params));
    } finally {
      this.#geos.GEOSMakeValidParams_destroy(params);
    }
  }

  fault(geometry: number): ReturnType<Overlay['fault']> {
    return this.#withMemory(32, (memory) => {
      if (this.#geos.GEOSisValidDetail(geometry, 0, memory, memory + 4) === 1) return null;
      const [reason = 0, place = 0] = this.#geos.Module.HEAPU32.subarray(memory / 4, memory / 4 + 2);
      const text = reason === 0 ? 'not valid' : textAt(this.#geos.Module.HEAPU8, reason);
      if (reason !== 0) this.#geos.GEOSFree(reason);
      if (place === 0) return { reason: text, at: null };
      this.keep('place', place);
      const coordinates = memory + 16;
      this.#geos.GEOSGeomGetX(place, coordinates);
      this.#geos.GEOSGeomGetY(place, coordinates + 8);
      const [x = 0, y = 0] = this.#geos.Module.HEAPF64.subarray(coordinates / 8, coordinates / 8 + 2);
      return { reason: text, at: [x, y] };
    });
  }

  #withMemory<T>(bytes: number, work: (pointer: number) => T): T {
    const pointer = this.#geos.Module._malloc(bytes);
    try {
      return work(pointer);
    } finally {
      this.#geos.Module._free(pointer);
    }
  }
}

function textAt(memory: Uint8Array, start: number): string {
  let end = start;
  while (memory[end] !== 0) end++;
  return String.fromCharCode(...memory.subarray(start, end));
}

function cornersOf(zone: Zone): number {
  return zone.reduce((sum, polygon) => sum + polygon.reduce((inner, ring) => inner + ring.length, 0), 0);
}

/** Of a long strip its width: twice its area over its perimeter. */
function meanWidth(ring: Ring): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let [doubledArea, perimeter] = [0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    doubledArea += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    perimeter += Math.hypot(bx - ax, by - ay);
  }
  return perimeter === 0 ? 0 : Math.abs(doubledArea) / perimeter;
}
