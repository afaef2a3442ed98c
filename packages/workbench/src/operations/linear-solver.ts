import type { LinearSolver } from '@parley/methods';

let ready: Promise<LinearSolver> | undefined;

/** HiGHS, loaded when first asked for; the methods are handed it ready. */
export function linearSolver(): Promise<LinearSolver> {
  ready ??= load();
  return ready;
}

async function load(): Promise<LinearSolver> {
  const { default: highs } = await import('highs');
  // The types of the package are those of its CommonJS build; what an ES module gets is the loader itself.
  return (highs as unknown as typeof highs.default)();
}
