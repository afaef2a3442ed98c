import type { ExchangeStep } from '@parley/methods';

/** A step of a schedule that is being changed; its key stays with it wherever it is moved. */
export interface DraftStep {
  readonly key: number;
  readonly day: number;
  readonly deliver: readonly { readonly item: string; readonly count: number }[];
  readonly pay: number;
  readonly condition?: string | undefined;
}

/** A schedule as changed so far, and what can be undone and done again. */
export interface Draft {
  readonly steps: readonly DraftStep[];
  readonly past: readonly (readonly DraftStep[])[];
  readonly future: readonly (readonly DraftStep[])[];
}

export type DraftAction =
  | { readonly act: 'start'; readonly steps: readonly DraftStep[] }
  | { readonly act: 'day'; readonly key: number; readonly day: number }
  | { readonly act: 'place'; readonly key: number; readonly by: -1 | 1 }
  | { readonly act: 'add'; readonly step: Omit<DraftStep, 'key'> }
  | { readonly act: 'remove'; readonly key: number }
  | { readonly act: 'undo' | 'redo' };

/** The steps of a schedule, each with a key. */
export function keyed(steps: readonly Omit<DraftStep, 'key'>[]): DraftStep[] {
  return steps.map((step, key) => ({ ...step, key }));
}

/** The draft after an action. What changes nothing leaves nothing to undo. */
export function changed(draft: Draft, action: DraftAction): Draft {
  const { steps, past, future } = draft;
  switch (action.act) {
    case 'start':
      return { steps: action.steps, past: [], future: [] };
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? draft : { steps: before, past: past.slice(0, -1), future: [steps, ...future] };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? draft : { steps: after, past: [...past, steps], future: rest };
    }
    default: {
      const next = stepsAfter(steps, action);
      return same(next, steps) ? draft : { steps: next, past: [...past, steps], future: [] };
    }
  }
}

/** Steps with one on another day: it goes among those of that day, behind them if it comes from before, ahead of them if from after. */
export function movedToDay(steps: readonly DraftStep[], key: number, day: number): DraftStep[] {
  const step = steps.find((one) => one.key === key);
  const to = Math.max(0, Math.round(day));
  if (step === undefined || step.day === to) return [...steps];
  const others = steps.filter((one) => one.key !== key);
  const behind = to > step.day ? others.findLastIndex((one) => one.day < to) + 1 : others.findIndex((one) => one.day > to);
  const at = behind === -1 ? others.length : behind;
  return [...others.slice(0, at), { ...step, day: to }, ...others.slice(at)];
}

/** The steps as the methods take them. */
export function methodSteps(steps: readonly DraftStep[]): ExchangeStep[] {
  return steps.map(({ day, deliver, pay }) => ({ day, deliver, pay }));
}

type Change = Exclude<DraftAction, { act: 'start' | 'undo' | 'redo' }>;

function stepsAfter(steps: readonly DraftStep[], action: Change): readonly DraftStep[] {
  switch (action.act) {
    case 'day':
      return movedToDay(steps, action.key, action.day);
    case 'place':
      return movedInOrder(steps, action.key, action.by);
    case 'add': {
      const key = Math.max(-1, ...steps.map((step) => step.key)) + 1;
      const behind = steps.findIndex(({ day }) => day > action.step.day);
      const at = behind === -1 ? steps.length : behind;
      return [...steps.slice(0, at), { ...action.step, key }, ...steps.slice(at)];
    }
    case 'remove':
      return steps.filter(({ key }) => key !== action.key);
  }
}

/** One place up or down; where the neighbour is on another day the step goes to that day. */
function movedInOrder(steps: readonly DraftStep[], key: number, by: -1 | 1): readonly DraftStep[] {
  const at = steps.findIndex((step) => step.key === key);
  const [step, other] = [steps[at], steps[at + by]];
  if (step === undefined || other === undefined) return steps;
  const moved = steps.slice();
  moved[at] = other;
  moved[at + by] = { ...step, day: other.day };
  return moved;
}

function same(a: readonly DraftStep[], b: readonly DraftStep[]): boolean {
  return a.length === b.length && a.every((step, at) => step.key === b[at]?.key && step.day === b[at]?.day);
}
