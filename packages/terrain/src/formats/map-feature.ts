import type { Line, Position, Zone } from '../geometry.ts';

/** One thing that a map file shows, in whatever format it was. */
export interface MapFeature {
  /** What the file calls it, else null. */
  readonly name: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly zone: Zone;
  readonly lines: readonly Line[];
  readonly places: readonly Position[];
}

/** What a map file holds, and what had to be put right or was left out: one sentence each, for a person. */
export interface MapFile {
  readonly name: string;
  readonly features: readonly MapFeature[];
  readonly told: readonly string[];
}

export interface ReadOptions {
  /** Longitudes are given within 180 degrees of this one; of the first of the file where left out. */
  readonly nearLongitude?: number;
}
