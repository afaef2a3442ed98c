import { UserError } from '@parley/model';
import type { StateName } from './conflict.ts';
import type { OptionForm } from './option-form.ts';

/** The head of an option form as a table of rules. */
const HEAD = ['kind', 'decider', 'what', 'to'] as const;
type Row = readonly string[];

/**
 * An option form as the rows of a spreadsheet, a rule in each: `kind`, `decider`, `what`, `to`.
 *
 * | kind | what | to |
 * |---|---|---|
 * | `option` | its name | `staysTaken` or `staysDropped` where it goes one way |
 * | `statement`, or `reading 1`, `reading 2` … | a condition; most important first | |
 * | `preference` | a state; best first; tied ones joined by ` = ` | |
 * | `better`, `equal` | a state | the other state |
 * | `infeasible` (no decider) | a condition | |
 * | `feasible` (no decider) | a state | |
 * | `barred move` | a condition | a condition |
 * | `transitive` | | |
 */
export function optionSheet({ deciders, infeasible = [], feasible = [], barredMoves = [] }: OptionForm): string[][] {
  const rows: string[][] = [[...HEAD]];
  const add = (kind: string, decider: string, what: StateName = '', to: StateName = ''): void =>
    void rows.push([kind, decider, String(what), String(to)]);
  for (const [name, decider] of Object.entries(deciders)) {
    for (const option of decider.options) {
      if (typeof option === 'string') add('option', name, option);
      else add('option', name, option.name, option.oneWay);
    }
    if (decider.transitive === true) add('transitive', name);
    for (const words of decider.statements ?? []) add('statement', name, words);
    decider.readings?.forEach((list, at) => {
      for (const words of list) add(`reading ${at + 1}`, name, words);
    });
    for (const tied of decider.preference ?? []) add('preference', name, typeof tied === 'object' ? tied.join(' = ') : tied);
    for (const [a, b] of decider.better ?? []) add('better', name, a, b);
    for (const [a, b] of decider.equal ?? []) add('equal', name, a, b);
  }
  for (const words of infeasible) add('infeasible', '', words);
  for (const state of feasible) add('feasible', '', state);
  for (const { decider, from, to } of barredMoves) add('barred move', decider, from, to);
  return rows;
}

/**
 * The document of an option form, for `readConflict`, from the rows of a spreadsheet: a rule in each row as
 * `optionSheet` writes them, or the table as the field draws it (`optionTable`), whose columns are then the only states
 * that can be.
 *
 * Throws a UserError that names the row at fault, among them an option that nobody owns.
 */
export function optionFormOfSheet(rows: readonly Row[]): Record<string, unknown> {
  const [head = [], ...rest] = rows.map((row) => row.map((cell) => cell.trim()));
  const names = head.map((name) => name.toLowerCase());
  if (HEAD.slice(0, 3).every((name, at) => names[at] === name)) return documentOfRules(rest);
  if (names[0] === 'decider' && names[1] === 'option') return documentOfTable(head.slice(2), rest);
  throw new UserError(`the first row is no head of an option form: ${head.slice(0, 4).join(', ')}`, {
    cure: 'begin with the row "kind, decider, what, to", or "decider, option" and a column for each state',
  });
}

interface SheetDecider {
  options: unknown[];
  [key: string]: unknown;
}

function documentOfRules(rows: readonly Row[]): Record<string, unknown> {
  const deciders = new Map<string, SheetDecider>();
  const document: Record<string, unknown[]> = { infeasible: [], barredMoves: [] };
  for (const [at, [kind = '', name = '', what = '', to = '']] of rows.entries()) {
    const rule = kind.toLowerCase();
    if (rule === 'infeasible' || rule === 'feasible') {
      document[rule] ??= [];
      document[rule].push(what);
      continue;
    }
    const decider = named(deciders, name, at + 2, what);
    const push = (key: string, value: unknown): void => {
      decider[key] ??= [];
      (decider[key] as unknown[]).push(value);
    };
    const reading = /^reading (\d+)$/.exec(rule)?.[1];
    if (reading !== undefined) addToReading(decider, Number(reading), what, at + 2);
    else if (rule === 'option') push('options', to === '' ? what : { name: what, oneWay: to });
    else if (rule === 'statement') push('statements', what);
    else if (rule === 'preference') push('preference', what.includes('=') ? what.split('=').map((state) => state.trim()) : what);
    else if (rule === 'better' || rule === 'equal') push(rule, [what, to]);
    else if (rule === 'barred move') document.barredMoves?.push({ decider: name, from: what, to });
    else if (rule === 'transitive') decider.transitive = true;
    else {
      const cure = 'use option, statement, reading 1, preference, better, equal, transitive, infeasible, feasible or barred move';
      throw faultIn(at + 2, `"${kind}" is no kind of rule`, cure);
    }
  }
  return { deciders: asFields(deciders), ...document };
}

/**
 * Deciders as the fields of an object, in which names that are whole numbers always stand first and by size. Throws a
 * UserError where that is not the order of the sheet: the states of the sheet would be read as others.
 */
function asFields(deciders: ReadonlyMap<string, SheetDecider>): Record<string, SheetDecider> {
  const fields = Object.fromEntries(deciders);
  const names = Object.keys(fields);
  const misplaced = [...deciders.keys()].find((name, place) => names[place] !== name);
  if (misplaced === undefined) return fields;
  throw new UserError(`deciders that are called by numbers stand in another order: ${[...deciders.keys()].join(', ')}`, {
    cure: `put them in the order ${names.join(', ')}, or give them names in words`,
  });
}

function addToReading(decider: SheetDecider, number: number, words: string, row: number): void {
  const readings = (decider.readings as string[][] | undefined) ?? [];
  if (number < 1 || number > readings.length + 1)
    throw faultIn(row, `reading ${number} comes before the one before it`, 'number the readings from 1');
  readings[number - 1] ??= [];
  readings[number - 1]?.push(words);
  decider.readings = readings;
}

/** Rows of options with Y or N for each state; rows of "preference" with a number for each, 1 the best. */
function documentOfTable(columns: Row, rows: readonly Row[]): Record<string, unknown> {
  const deciders = new Map<string, SheetDecider>();
  const places: [string, Row][] = [];
  const taken: [string, boolean[]][] = [];
  let owner = '';
  for (const [at, [name = '', option = '', ...cells]] of rows.entries()) {
    if (option === '' && cells.every((cell) => cell === '')) continue;
    if (name !== '') owner = name;
    const decider = named(deciders, owner, at + 2, option);
    if (option.toLowerCase() === 'preference') {
      places.push([owner, cells]);
      continue;
    }
    decider.options.push(option);
    taken.push([owner, columns.map((state, column) => isTaken(cells[column] ?? '', `${option}, ${state}`, at + 2))]);
  }
  // A table may come back to a decider; a state has the options of each decider together.
  const inOrder = [...deciders.keys()].flatMap((name) => taken.filter(([whose]) => whose === name).map(([, cells]) => cells));
  const states = columns.map((_, column) => inOrder.map((cells) => (cells[column] ? 'Y' : 'N')).join(''));
  for (const [name, cells] of places) {
    const numbers = columns.map((state, column) => placeIn(cells[column] ?? '', `${name}, ${state}`));
    const levels = [...new Set(numbers)].sort((a, b) => a - b);
    const decider = deciders.get(name) as SheetDecider;
    decider.preference = levels.map((level) => states.filter((_, column) => numbers[column] === level));
  }
  return { deciders: asFields(deciders), feasible: states };
}

function named(deciders: Map<string, SheetDecider>, name: string, row: number, option: string): SheetDecider {
  if (name === '') throw faultIn(row, `nobody owns "${option}"`, 'name the decider whose option it is in the column "decider"');
  const found = deciders.get(name) ?? { options: [] };
  deciders.set(name, found);
  return found;
}

function isTaken(cell: string, where: string, row: number): boolean {
  if (/^(y|yes|1)$/i.test(cell)) return true;
  if (/^(n|no|0)$/i.test(cell)) return false;
  throw faultIn(row, `"${cell}" (${where}) says neither Y nor N`, 'write Y where the option is taken in the state, N where it is not');
}

function placeIn(cell: string, where: string): number {
  const place = Number(cell);
  if (cell !== '' && Number.isFinite(place)) return place;
  throw new UserError(`"${cell}" (preference of ${where}) is no place in an order`, {
    cure: 'write 1 for the best state, and the same number for tied ones',
  });
}

function faultIn(row: number, what: string, cure: string): UserError {
  return new UserError(`row ${row}: ${what}`, { cure });
}
