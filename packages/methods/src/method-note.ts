/**
 * What a result says of itself, so that it can be judged and run again: every result of a method carries one.
 */
export interface MethodNote {
  /** The one word that names the method in code, command, page and test: `seq`, `nash`, `barter`. */
  readonly method: string;
  /** What was computed, in one sentence. */
  readonly definition: string;
  /** Where the definition comes from: author, year, work. */
  readonly source: string;
  /** What the run was asked for: tolerances, limits, seeds. */
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  /** `exact`: by computation over all; `sampled`: over a seeded sample; `bound`: a sound bound on the answer. */
  readonly kind: 'exact' | 'sampled' | 'bound';
  /** False where a limit cut the work off; what is there is right as far as it goes. */
  readonly complete: boolean;
  /** Steps of work done, in the unit the method names on its page. */
  readonly steps: number;
}

/** How a long method is stopped from outside: by time, by a person, by a count. */
export interface Limits {
  /** Asked every few thousand steps; the method returns what it has once this says true. Default: never. */
  readonly shouldStop?: () => boolean;
}
