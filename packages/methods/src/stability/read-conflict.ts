import { UserError } from '@parley/model';
import type { Conflict } from './conflict.ts';
import { isRecord, listAt, listOf, pairOf, recordAt, stateOf, textAt, wordsOf } from './form-values.ts';
import { GUARANTEE_KINDS, type GuaranteeCosts } from './guarantee/guarantee-result.ts';
import { conflictFromOptions, type OptionForm, type OptionFormDecider } from './option-form.ts';
import type { StabilityRun } from './sensitivity.ts';
import { conflictFromStates, type StatedPreference, type StateForm, type StateFormDecider } from './state-form.ts';

/** A conflict as read from a file. */
export interface ReadConflict {
  readonly conflict: Conflict;
  readonly form: { readonly states: StateForm } | { readonly options: OptionForm };
  /** What changes cost, where the file says. */
  readonly costs: GuaranteeCosts;
  /** Further runs of the same states, each with its own moves or preferences; none where the file has none. */
  readonly runs: readonly StabilityRun[];
  /** What the file has that is not understood and was left aside. */
  readonly ignored: readonly string[];
}

/** What a file may say beside the conflict; it is for people. */
const FOR_PEOPLE: readonly string[] = ['$schema', 'key', 'title', 'source', 'about', 'note', 'stateMeaning', 'expected'];
const PREFERENCE_KEYS: readonly string[] = ['preference', 'better', 'equal', 'orders', 'statements', 'readings'];

/**
 * The conflict in a parsed JSON document: states given directly (`states`, and of each decider `arcs` and `preference`)
 * or an option form (of each decider `options` and `statements`), with `runs` where something else is assumed.
 *
 * Throws a UserError that names the place at fault.
 */
export function readConflict(document: unknown): ReadConflict {
  if (!isRecord(document))
    throw new UserError('the document is no conflict', {
      cure: 'give an object with `states` and `deciders`, or with `deciders` that have `options`',
    });
  if (document.cases !== undefined)
    throw new UserError('the document holds several conflicts (`cases`)', { cure: 'put the one you want into a file of its own' });
  const deciders = recordAt(document, 'deciders', 'the conflict');
  const byOptions = document.states === undefined;
  const known = [...FOR_PEOPLE, 'deciders', 'runs', 'costs', ...(byOptions ? ['infeasible', 'feasible', 'barredMoves'] : ['states'])];
  const ignored = Object.keys(document).filter((key) => !known.includes(key));
  for (const [name, decider] of Object.entries(deciders)) {
    if (!isRecord(decider))
      throw new UserError(`${name} is no decider`, {
        cure: byOptions ? 'give it `options` and `statements`' : 'give it `arcs` and `preference`',
      });
    const parts = [...PREFERENCE_KEYS, 'transitive', byOptions ? 'options' : 'arcs'];
    ignored.push(
      ...Object.keys(decider)
        .filter((key) => !parts.includes(key))
        .map((key) => `${name}: ${key}`),
    );
  }
  const runs = document.runs === undefined ? [] : listAt(document, 'runs', 'the conflict');
  const costs = document.costs === undefined ? {} : costsOf(recordAt(document, 'costs', 'the conflict'), Object.keys(deciders));
  if (byOptions) {
    const form = optionForm(document);
    return {
      conflict: conflictFromOptions(form),
      form: { options: form },
      runs: runs.map((run, at) => runOf(document, run, at, (one) => conflictFromOptions(optionForm(one)))),
      costs,
      ignored,
    };
  }
  const form = stateForm(document);
  return {
    conflict: conflictFromStates(form),
    form: { states: form },
    runs: runs.map((run, at) => runOf(document, run, at, (one) => conflictFromStates(stateForm(one)))),
    costs,
    ignored,
  };
}

/** The document with what a run assumes put in place of what it says. */
function runOf(
  document: Readonly<Record<string, unknown>>,
  run: unknown,
  at: number,
  conflictOf: (document: Record<string, unknown>) => Conflict,
): StabilityRun {
  const where = `run ${at + 1}`;
  if (!isRecord(run)) throw new UserError(`${where} is no run`, { cure: 'give it a `name` and the `deciders` that it changes' });
  const name = textAt(run, 'name', where);
  const base = recordAt(document, 'deciders', 'the conflict');
  const changed = run.deciders === undefined ? {} : recordAt(run, 'deciders', where);
  const deciders: Record<string, unknown> = { ...base };
  for (const [decider, change] of Object.entries(changed)) {
    const before = base[decider];
    if (!isRecord(before))
      throw new UserError(`the run "${name}" changes "${decider}", who is no decider`, {
        cure: `name one of ${Object.keys(base).join(', ')}`,
      });
    if (!isRecord(change))
      throw new UserError(`the run "${name}" does not say what changes for ${decider}`, { cure: 'give it a preference, or arcs' });
    const kept = PREFERENCE_KEYS.some((key) => change[key] !== undefined)
      ? Object.entries(before).filter(([key]) => !PREFERENCE_KEYS.includes(key))
      : Object.entries(before);
    deciders[decider] = { ...Object.fromEntries(kept), ...change };
  }
  const conflict = conflictOf({ ...document, ...(run.barredMoves === undefined ? {} : { barredMoves: run.barredMoves }), deciders });
  return { name, conflict };
}

function stateForm(document: Readonly<Record<string, unknown>>): StateForm {
  const deciders = Object.entries(recordAt(document, 'deciders', 'the conflict')).map(([name, decider]): [string, StateFormDecider] => {
    const fields = decider as Record<string, unknown>;
    const arcs = listAt(fields, 'arcs', name).map((arc) => (typeof arc === 'string' ? arc : pairOf(arc, `an arc of ${name}`)));
    return [name, { arcs, ...transitiveOf(fields, name), ...preferenceOf(fields, name) }];
  });
  const states = listAt(document, 'states', 'the conflict').map((state) => stateOf(state, 'the list of states'));
  return { states, deciders: Object.fromEntries(deciders) };
}

function optionForm(document: Readonly<Record<string, unknown>>): OptionForm {
  const deciders = Object.entries(recordAt(document, 'deciders', 'the conflict')).map(([name, decider]): [string, OptionFormDecider] => {
    const fields = decider as Record<string, unknown>;
    const lists = (key: string) => (fields[key] === undefined ? undefined : listAt(fields, key, name));
    const statements = lists('statements')?.map((one) => wordsOf(one, `a statement of ${name}`));
    const readings = lists('readings')?.map((list) =>
      listOf(list, `a reading of ${name}`).map((one) => wordsOf(one, `a statement of ${name}`)),
    );
    return [
      name,
      {
        options: listAt(fields, 'options', name).map((option) => optionAt(option, name)),
        ...transitiveOf(fields, name),
        ...preferenceOf(fields, name),
        ...(statements === undefined ? {} : { statements }),
        ...(readings === undefined ? {} : { readings }),
      },
    ];
  });
  const infeasible = document.infeasible === undefined ? [] : listAt(document, 'infeasible', 'the conflict');
  const barred = document.barredMoves === undefined ? [] : listAt(document, 'barredMoves', 'the conflict');
  return {
    deciders: Object.fromEntries(deciders),
    infeasible: infeasible.map((words) => wordsOf(words, 'what cannot be (`infeasible`)')),
    ...(document.feasible === undefined
      ? {}
      : { feasible: listAt(document, 'feasible', 'the conflict').map((state) => stateOf(state, 'what can be (`feasible`)')) }),
    barredMoves: barred.map((move) => {
      if (!isRecord(move)) throw new UserError('a barred move is none', { cure: 'give it `decider`, `from` and `to`' });
      return {
        decider: textAt(move, 'decider', 'a barred move'),
        from: textAt(move, 'from', 'a barred move'),
        to: textAt(move, 'to', 'a barred move'),
      };
    }),
  };
}

function optionAt(option: unknown, whose: string): OptionFormDecider['options'][number] {
  if (typeof option === 'string') return option;
  if (!isRecord(option))
    throw new UserError(`an option of ${whose} is none: ${JSON.stringify(option)}`, {
      cure: 'give its name, or an object with `name` and `oneWay`',
    });
  const name = textAt(option, 'name', `an option of ${whose}`);
  const { oneWay } = option;
  if (oneWay === undefined) return { name };
  if (oneWay === 'staysTaken' || oneWay === 'staysDropped') return { name, oneWay };
  throw new UserError(`the option "${name}" of ${whose} goes one way: ${JSON.stringify(oneWay)} is not known`, {
    cure: 'say staysTaken or staysDropped',
  });
}

function preferenceOf(fields: Readonly<Record<string, unknown>>, whose: string): StatedPreference {
  const order = (list: unknown): StatedPreference['preference'] & {} =>
    listOf(list, `the preference of ${whose}`).map((tied) =>
      Array.isArray(tied) ? tied.map((state) => stateOf(state, `the preference of ${whose}`)) : stateOf(tied, `the preference of ${whose}`),
    );
  const pairs = (list: unknown) => listOf(list, `the comparisons of ${whose}`).map((pair) => pairOf(pair, `a comparison of ${whose}`));
  return {
    ...(fields.preference === undefined ? {} : { preference: order(fields.preference) }),
    ...(fields.better === undefined ? {} : { better: pairs(fields.better) }),
    ...(fields.equal === undefined ? {} : { equal: pairs(fields.equal) }),
    ...(fields.orders === undefined ? {} : { orders: listOf(fields.orders, `the orders of ${whose}`).map(order) }),
  };
}

/** What changes cost by kind and decider; null says that the change cannot be had. */
function costsOf(document: Readonly<Record<string, unknown>>, deciders: readonly string[]): GuaranteeCosts {
  const kinds = Object.keys(document).map((kind): [string, number[]] => {
    if (!(GUARANTEE_KINDS as readonly string[]).includes(kind)) {
      throw new UserError(`costs are given of "${kind}"`, { cure: `give them of ${GUARANTEE_KINDS.join(', ')}` });
    }
    const given = recordAt(document, kind, 'the list of costs');
    const stranger = Object.keys(given).find((name) => !deciders.includes(name));
    if (stranger !== undefined)
      throw new UserError(`a cost is given for "${stranger}", who is no decider`, { cure: `name one of ${deciders.join(', ')}` });
    return [kind, deciders.map((name) => costOf(given[name], name))];
  });
  return Object.fromEntries(kinds);
}

function costOf(cost: unknown, whose: string): number {
  if (cost === undefined) return 1;
  if (cost === null) return Number.POSITIVE_INFINITY;
  if (typeof cost === 'number' && cost >= 0 && Number.isFinite(cost)) return cost;
  throw new UserError(`a cost for ${whose} is ${JSON.stringify(cost)}`, {
    cure: 'give a number of 0 or more, or null for what cannot be had',
  });
}

function transitiveOf({ transitive }: Readonly<Record<string, unknown>>, whose: string): { transitive?: boolean } {
  if (transitive === undefined) return {};
  if (typeof transitive === 'boolean') return { transitive };
  throw new UserError(`"transitive" of ${whose} is ${JSON.stringify(transitive)}`, { cure: 'say true or false' });
}
