import { compareLines, compareMany, compromise, compromiseBetweenLines, contested, type Overlay, phases, type Zone } from '@parley/terrain';
import { mapOfFile, populationOfFile } from '../map-of-file.ts';
import { readyOverlay } from '../overlay.ts';

/**
 * What a thread of terrain can be asked for, by name: pure operations whose arguments and answers are plain data. Each is
 * handed the overlay, which cannot leave its thread.
 */
const OPERATIONS = {
  compareLines: (_: Overlay, ...rest: Parameters<typeof compareLines>) => compareLines(...rest),
  compareMany,
  compromise,
  compromiseBetweenLines,
  contested,
  phases,
  overlap: (overlay: Overlay, first: Zone, second: Zone) => overlay.overlap(first, second),
  mapOfFile,
  populationOfFile: (_: Overlay, ...rest: Parameters<typeof populationOfFile>) => populationOfFile(...rest),
} as const;

type Operations = typeof OPERATIONS;
export type TerrainOperation = keyof Operations;
export type TerrainArguments<N extends TerrainOperation> = Operations[N] extends (overlay: Overlay, ...rest: infer R) => unknown
  ? R
  : never;
export type TerrainAnswer<N extends TerrainOperation> = Awaited<ReturnType<Operations[N]>>;

/** An operation by its name, and what it is to be done with. */
export interface TerrainJob {
  readonly operation: TerrainOperation;
  readonly rest: readonly unknown[];
}

/** Does an operation in this thread, which answers nobody meanwhile. */
export async function runTerrainJob({ operation, rest }: TerrainJob): Promise<unknown> {
  const overlay = await readyOverlay();
  const work = OPERATIONS[operation] as (overlay: Overlay, ...rest: readonly unknown[]) => unknown;
  return await work(overlay, ...rest);
}
