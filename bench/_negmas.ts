import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Numbers } from './_random-numbers.ts';
import type { Figures } from './run.ts';

/** Reads numbers from standard input; prints the points, the seconds and the memory of NegMAS's frontier. */
const SCRIPT = `
import json, resource, sys, time
from negmas import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction, pareto_frontier
numbers = json.load(sys.stdin)
issues = [make_issue([f"o{k}" for k in range(len(options))], f"i{i}") for i, options in enumerate(numbers["values"][0])]
space = make_os(issues)
ufuns = [
    LinearAdditiveUtilityFunction(
        values=[{f"o{k}": v for k, v in enumerate(options)} for options in values], weights=weights, outcome_space=space)
    for weights, values in zip(numbers["weights"], numbers["values"])
]
start = time.perf_counter()
points, _ = pareto_frontier(ufuns, issues=issues)
seconds = time.perf_counter() - start
print(json.dumps([len({tuple(round(v, 9) for v in p) for p in points}), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
`;

/** Times and memory of NegMAS for two parties, beside ours on the same numbers; or why it was left out. */
export function negmasFigures(all: readonly Numbers[], ourPoints: (numbers: Numbers) => number): Figures {
  const python = pythonWithNegmas();
  if ('reason' in python) return { 'NegMAS skipped': python.reason };
  const figures: Figures = {};
  for (const numbers of all) {
    const count = (numbers.values[0] ?? []).reduce((product, options) => product * options.length, 1);
    const key = `NegMAS, 2 parties, 10^${Math.round(Math.log10(count))} packages`;
    const { status, stdout, stderr } = spawnSync(python.path, ['-W', 'ignore', '-c', SCRIPT], {
      input: JSON.stringify(numbers),
      encoding: 'utf8',
      timeout: 300_000,
    });
    if (status !== 0) {
      figures[`${key} failed`] = stderr.trim().split('\n').at(-1) ?? '';
      continue;
    }
    const [points, seconds, megabytes] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as [number, number, number];
    figures[`${key}, ms`] = Math.round(seconds * 1000);
    figures[`${key}, memory MB`] = Math.round(megabytes);
    figures[`${key}, points (ours)`] = `${points} (${ourPoints(numbers)})`;
  }
  return figures;
}

/** The Python that PARLEY_PYTHON names, else the machine's, else an environment of our own in the temporary folder. */
function pythonWithNegmas(): { readonly path: string } | { readonly reason: string } {
  const has = (path: string): boolean => spawnSync(path, ['-c', 'import negmas'], { timeout: 120_000 }).status === 0;
  const own = join(tmpdir(), 'parley-bench-negmas');
  const inOwn = join(own, 'bin', 'python');
  for (const path of [process.env.PARLEY_PYTHON ?? 'python3', inOwn]) if (has(path)) return { path };
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', own]],
    [inOwn, ['-m', 'pip', 'install', '--quiet', 'negmas']],
  ];
  for (const [command, args] of steps) {
    const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 240_000 });
    if (error || status !== 0) return { reason: `${command} ${args.join(' ')}: ${error?.message ?? stderr.trim().split('\n').at(-1)}` };
  }
  return existsSync(inOwn) && has(inOwn) ? { path: inOwn } : { reason: 'negmas was installed and cannot be imported' };
}
