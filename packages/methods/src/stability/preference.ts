/** What a decider prefers: a full order of the states, ties allowed, or one in which comparisons are unknown. */
export type Preference = WeakOrder | PartialOrder;

/** A full order, ties allowed. */
export interface WeakOrder {
  readonly kind: 'weak';
  /** For each state its level: 0 the worst, `levels` - 1 the best; states of one level are tied. */
  readonly ranks: Int32Array;
  readonly levels: number;
}

/** An order in which some comparisons are unknown. */
export interface PartialOrder {
  readonly kind: 'partial';
  /** Whether `a` is known to be at least as good as `b`. Reflexive and transitive. */
  atLeast(a: number, b: number): boolean;
}

/** Whether `a` is known to be preferred to `b`. */
export function prefers(preference: Preference, a: number, b: number): boolean {
  if (preference.kind === 'weak') return (preference.ranks[a] as number) > (preference.ranks[b] as number);
  return preference.atLeast(a, b) && !preference.atLeast(b, a);
}

/** Whether `a` is preferred to `b` in some full order that agrees with all that is known. */
export function mayPrefer(preference: Preference, a: number, b: number): boolean {
  if (preference.kind === 'weak') return (preference.ranks[a] as number) > (preference.ranks[b] as number);
  return !preference.atLeast(b, a);
}
