import type { Body, Id, Sha256 } from '@parley/model';
import type { DrawnLine, DrawnMap, Ground, PopulationCell } from '@parley/terrain';

/** A map that is asked about: features of a case, or files; and what to call them together. */
export interface AskedMap {
  readonly name?: string | undefined;
  readonly featureIds: readonly Id[];
  /** In place of what its features state. */
  readonly accuracyMeters?: number | undefined;
}

/** What is looked for in each map. */
export interface AskedGround {
  readonly populationId?: Id | undefined;
  /** Sites, roads, municipalities and camps; all that there are where left out. */
  readonly groundIds?: readonly Id[] | undefined;
}

/** What a result was made from, and what a person should be told beside it. */
export interface MapSources {
  readonly population:
    | (Pick<Body<'population'>, 'name' | 'year' | 'beforeDisplacement'> & { readonly id: Id; readonly licence: string | null })
    | null;
  readonly told: readonly string[];
  readonly used: readonly { readonly kind: string; readonly id: Id; readonly hash: Sha256 }[];
  /** The narrowest compartments of what was used: the result starts there. */
  readonly compartments: readonly Id[];
}

/** Maps taken out of a case or out of files, with account of what was used. */
export interface TakenMaps {
  /** The zones of a map as one. Lines and places of it are passed over, which is told. */
  zone(asked: AskedMap): DrawnMap;
  line(asked: AskedMap): DrawnLine;
  /** Whether a map is drawn in lines alone. */
  isLines(asked: AskedMap): boolean;
  /** What of the ground to look for; only what there is. Sites and units go by keys: see {@link named}. */
  ground(asked: AskedGround): Promise<Ground>;
  cells(populationId: Id): Promise<PopulationCell[]>;
  /** The feature behind the key that a result names a site or unit by. */
  named(key: string): { id: Id; name: string };
  tell(lines: readonly string[]): void;
  sources(): MapSources;
}
