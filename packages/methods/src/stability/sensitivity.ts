import type { Limits } from '../method-note.ts';
import type { Concept } from './concept.ts';
import type { Conflict } from './conflict.ts';
import { possibleStability } from './possible-stability.ts';
import { type ConceptStability, stabilityOf } from './stability-of.ts';

/** One run of a sensitivity analysis: the conflict as it is if something were otherwise. */
export interface StabilityRun {
  readonly name: string;
  readonly conflict: Conflict;
}

/** In which runs each state is stable. Shares of runs are no chances: the runs are those that somebody thought of. */
export interface Sensitivity {
  readonly runs: readonly string[];
  /** For each concept and state the number of runs in which it is an equilibrium. */
  readonly equilibriumIn: Readonly<Record<Concept, Uint16Array>>;
  /** For each run and concept its equilibria. */
  readonly equilibria: readonly Readonly<Record<Concept, Uint32Array>>[];
  /** False where `shouldStop` cut the work off; the runs that were finished are there. */
  readonly complete: boolean;
}

/**
 * Stability over several runs of one conflict, which differ in moves or preferences but not in their states. Where
 * comparisons of a run are unknown, what is necessarily stable counts.
 */
export function sensitivity(runs: readonly StabilityRun[], limits: Limits = {}): Sensitivity {
  const stateCount = runs[0]?.conflict.stateCount ?? 0;
  const counts = (): Uint16Array => new Uint16Array(stateCount);
  const equilibriumIn: Record<Concept, Uint16Array> = { nash: counts(), gmr: counts(), smr: counts(), seq: counts(), sseq: counts() };
  const names: string[] = [];
  const equilibria: Record<Concept, Uint32Array>[] = [];
  for (const { name, conflict } of runs) {
    const { nash, gmr, smr, seq, sseq } = certain(conflict, limits);
    if (!nash || !gmr || !smr || !seq || !sseq) return { runs: names, equilibriumIn, equilibria, complete: false };
    const found = { nash: nash.equilibria, gmr: gmr.equilibria, smr: smr.equilibria, seq: seq.equilibria, sseq: sseq.equilibria };
    for (const concept of Object.keys(found) as Concept[]) {
      const count = equilibriumIn[concept];
      for (const state of found[concept]) count[state] = (count[state] as number) + 1;
    }
    names.push(name);
    equilibria.push(found);
  }
  return { runs: names, equilibriumIn, equilibria, complete: true };
}

function certain(conflict: Conflict, limits: Limits): Partial<Record<Concept, ConceptStability>> {
  if (conflict.preferences.every(({ kind }) => kind === 'weak')) return stabilityOf(conflict, limits).concepts;
  const { nash, gmr, smr, seq, sseq } = possibleStability(conflict, limits).concepts;
  if (!nash || !gmr || !smr || !seq || !sseq) return {};
  return { nash: nash.necessary, gmr: gmr.necessary, smr: smr.necessary, seq: seq.necessary, sseq: sseq.necessary };
}
