import type { BargainConstraint, LinkedTerm, NoDeal, OptionOf } from '@parley/methods';
import { UserError } from '@parley/model';
import { brokenFile, type DomainFile, issueOf, numberIn, type ProfileFile } from './bargain-file.ts';
import type { SheetRow } from './sheet-rows.ts';

/** What stands in round brackets is no name: a row of the table that says something else. */
export const WEIGHT = '(weight)';
export const NO_DEAL = '(no deal)';
export const EXCLUDE = '(exclude)';
export const REQUIRE = '(require)';
export const FLOOR = '(floor)';
export const LINKED = '(linked)';

/**
 * A bargain as one table: a row for each option, with the columns `issue`, `option` and one for each party, which
 * hold what the option is worth to it. An empty issue is that of the row above. Further rows, told by round brackets:
 *
 * - option `(weight)`: the weights of the issue, 1 where there is no such row;
 * - issue `(no deal)`: for each party a level, a range `10..20`, or nothing where it is not known;
 * - issue `(linked)`, `(exclude)`, `(floor)`: the option column names options, `Issue = Option; Issue = Option`;
 *   `(require)` has `Issue = Option -> Issue = Option`.
 */
export function readSpreadsheet(rows: readonly SheetRow[], fileName: string): DomainFile {
  const [head, ...body] = rows;
  const columns = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const [issueAt, optionAt] = [columns.indexOf('issue'), columns.indexOf('option')];
  if (head === undefined || issueAt < 0 || optionAt < 0) throw brokenFile(fileName, 'has no columns "issue" and "option" in its first row');
  const parties = head.cells.flatMap((name, at) => (at === issueAt || at === optionAt || name === '' ? [] : [{ name, at }]));
  if (parties.length === 0) throw brokenFile(fileName, 'has no column for a party');
  const sheet: Sheet = { fileName, body: named(body, issueAt, optionAt), parties };
  const options = sheet.body.filter(({ issue, option }) => !isMark(issue) && option !== WEIGHT);
  const byIssue = Map.groupBy(options, ({ issue }) => issue);
  for (const { issue, option, number } of sheet.body)
    if (option === WEIGHT && !byIssue.has(issue))
      throw brokenFile(fileName, `weighs the issue "${issue}" on row ${number}, which has no options`);
  const issues = [...byIssue].map(([name, own]) =>
    issueOf(
      name,
      own.map(({ option }) => option),
    ),
  );
  return { issues, constraints: constraintsOf(sheet), profiles: parties.map(({ name, at }) => profileOf(sheet, name, at)) };
}

interface NamedRow extends SheetRow {
  readonly issue: string;
  readonly option: string;
}

interface Sheet {
  readonly fileName: string;
  readonly body: readonly NamedRow[];
  readonly parties: readonly { readonly name: string; readonly at: number }[];
}

/** Merged cells come as empty ones below the first. */
function named(rows: readonly SheetRow[], issueAt: number, optionAt: number): NamedRow[] {
  let issue = '';
  return rows.map((row) => {
    const own = row.cells[issueAt] ?? '';
    issue = own === '' ? issue : isMark(own) ? own.toLowerCase() : own;
    const option = row.cells[optionAt] ?? '';
    return { ...row, issue, option: isMark(option) ? option.toLowerCase() : option };
  });
}

function isMark(name: string): boolean {
  return /^\((?:weight|no deal|exclude|require|floor|linked)\)$/i.test(name);
}

function profileOf({ fileName, body, parties }: Sheet, name: string, at: number): ProfileFile {
  const weights: Record<string, number> = {};
  const values: Record<string, Record<string, number>> = {};
  const terms: LinkedTerm[] = [];
  for (const { issue, option, cells, number } of body) {
    const value = (): number =>
      numberIn(cells[at] ?? '', `${fileName}, row ${number}, ${name}: the value of "${issue}${option && `, ${option}`}"`);
    if (issue === LINKED) {
      if ((cells[at] ?? '') !== '') terms.push({ options: optionsIn(option, fileName, number), value: value() });
    } else if (isMark(issue)) continue;
    else if (option === WEIGHT) weights[issue] = value();
    else {
      values[issue] ??= {};
      values[issue][option] = value();
      weights[issue] ??= 1;
    }
  }
  const level = body.find(({ issue }) => issue === NO_DEAL);
  const noDeal =
    level === undefined ? null : noDealIn(level.cells[at] ?? '', `${fileName}, row ${level.number}: the no-deal level of ${name}`);
  if (parties.filter((one) => one.name === name).length > 1) throw brokenFile(fileName, `has two columns "${name}"`);
  return { name, weights, values, terms, noDeal };
}

function noDealIn(cell: string, what: string): NoDeal {
  if (cell === '' || cell === '?') return { kind: 'unknown' };
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(cell);
  return range === null
    ? { kind: 'level', value: numberIn(cell, what) }
    : { kind: 'range', low: numberIn(range[1], what), high: numberIn(range[2], what) };
}

function constraintsOf({ body, fileName }: Sheet): BargainConstraint[] {
  return body.flatMap(({ issue, option, number }): BargainConstraint[] => {
    if (issue === EXCLUDE) return [{ kind: 'exclude', options: optionsIn(option, fileName, number) }];
    if (issue === FLOOR) return optionsIn(option, fileName, number).map((one) => ({ kind: 'floor', option: one }));
    if (issue !== REQUIRE) return [];
    const [when, needs, more] = option.split('->');
    if (when === undefined || needs === undefined || more !== undefined)
      throw new UserError(`${fileName}, row ${number}: "${option}" is no requirement`, { cure: 'write Issue = Option -> Issue = Option' });
    return [
      { kind: 'require', when: when.trim() === '' ? [] : optionsIn(when, fileName, number), needs: optionsIn(needs, fileName, number) },
    ];
  });
}

function optionsIn(words: string, fileName: string, number: number): OptionOf[] {
  return words.split(';').map((one) => {
    const [issueId, optionId, more] = one.split('=').map((part) => part.trim());
    if (!issueId || !optionId || more !== undefined)
      throw new UserError(`${fileName}, row ${number}: "${one.trim()}" names no option`, { cure: 'write Issue = Option; Issue = Option' });
    return { issueId, optionId };
  });
}
