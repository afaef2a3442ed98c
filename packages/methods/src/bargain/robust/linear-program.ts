/**
 * A linear or mixed-integer program written in the CPLEX LP format, and what can solve it. The solver comes in ready:
 * the methods load no WebAssembly themselves. What `await highs()` of the npm package `highs` gives fits as it is.
 */

/** What solves a program given as text in the CPLEX LP format. */
export interface LinearSolver {
  solve(
    problem: string,
    options?: { readonly output_flag?: boolean },
  ): {
    readonly Status: string;
    readonly ObjectiveValue: number;
    /** By name; where a solution was found, each with its value as `Primal`. */
    readonly Columns: Readonly<Record<string, object>>;
  };
}

/** A sum of variables, each with its factor. */
type Terms = ReadonlyMap<string, number> | readonly (readonly [variable: string, factor: number])[];

export interface Solution {
  readonly objective: number;
  /** The value of a variable; 0 for one that the program does not speak of. */
  valueOf(variable: string): number;
}

/** A program to be put together. Variables are at least 0 and without an upper bound unless said otherwise. */
export interface LinearProgram {
  /** `low ≤ terms`, `terms ≤ high` or both. */
  row(terms: Terms, bounds: { readonly low?: number; readonly high?: number }): void;
  bound(variable: string, low: number, high: number): void;
  binary(variable: string): void;
  /** The greatest value of the terms, or null where no values fit the rows. */
  maximise(terms: Terms, solver: LinearSolver): Solution | null;
}

/** What a solver leaves over: differences up to this are taken for none. Values lie between 0 and 1. */
export const TOLERANCE = 1e-7;

export function linearProgram(): LinearProgram {
  const rows: string[] = [];
  const bounds: string[] = [];
  const binaries = new Set<string>();
  return {
    row(terms, { low, high }) {
      const sum = summed(terms);
      if (sum === '') rows.push(...constantRow(low, high));
      else if (low !== undefined && low === high) rows.push(`${sum} = ${low}`);
      else {
        if (low !== undefined) rows.push(`${sum} >= ${low}`);
        if (high !== undefined) rows.push(`${sum} <= ${high}`);
      }
    },
    bound: (variable, low, high) => void bounds.push(`${low} <= ${variable} <= ${high}`),
    binary: (variable) => void binaries.add(variable),
    maximise(terms, solver) {
      const text = [
        'Maximize',
        ` obj: ${summed(terms) || '0 zero'}`,
        'Subject To',
        ...rows.map((row, at) => ` r${at}: ${row}`),
        'Bounds',
        ' 0 <= zero <= 0',
        ...bounds.map((bound) => ` ${bound}`),
        ...(binaries.size === 0 ? [] : ['Binary', ` ${[...binaries].join(' ')}`]),
        'End',
        '',
      ].join('\n');
      const { Status, ObjectiveValue, Columns } = solver.solve(text, { output_flag: false });
      if (Status === 'Infeasible') return null;
      if (Status !== 'Optimal') throw new Error(`the solver left a program with the status ${Status}`);
      return {
        objective: ObjectiveValue,
        valueOf: (variable) => (Columns[variable] as { readonly Primal?: number } | undefined)?.Primal ?? 0,
      };
    },
  };
}

/** A row in which nothing is left to vary either holds already or makes the program impossible. */
function constantRow(low: number | undefined, high: number | undefined): string[] {
  return (low ?? 0) <= 0 && (high ?? 0) >= 0 ? [] : ['zero >= 1'];
}

function summed(terms: Terms): string {
  const sums = new Map<string, number>();
  for (const [variable, factor] of terms) sums.set(variable, (sums.get(variable) ?? 0) + factor);
  return [...sums]
    .filter(([, factor]) => factor !== 0)
    .map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`)
    .join(' ');
}
