/** What a result says of itself; the shape is that of the notes of `@parley/methods`. */
export interface TerrainNote {
  readonly method: string;
  readonly definition: string;
  readonly source: string;
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  /** `exact`: as drawn; `bound`: the bands are sound bounds for borders that are off by no more than their accuracy. */
  readonly kind: 'exact' | 'bound';
  readonly complete: true;
}

export function terrainNote(
  method: string,
  definition: string,
  {
    parameters = {},
    accuracies = [],
    source = SOURCE,
  }: Partial<Pick<TerrainNote, 'parameters' | 'source'>> & {
    readonly accuracies?: readonly (number | null | undefined)[];
  } = {},
): TerrainNote {
  const isExact = accuracies.every((meters) => !((meters ?? 0) > 0));
  return { method, definition, source, parameters, kind: isExact ? 'exact' : 'bound', complete: true };
}

const SOURCE = 'Karney 2013, Algorithms for geodesics; overlays by GEOS';
