import type { BargainIssue, NoDeal } from '@parley/methods';
import { UserError } from '@parley/model';
import { brokenFile, type DomainFile, issueOf, numberIn, type ProfileFile, stepsFrom } from './bargain-file.ts';
import { elementsNamed, type XmlElement, xmlTree } from './xml-tree.ts';

/**
 * A domain of GENIUS (Lin et al. 2014): issues with their items, or whole numbers from a lower to an upper bound.
 * Issues keep the order of their `index`, which counts from 1. Throws a UserError for what is none, and for issues
 * of real numbers, whose options cannot be listed.
 */
export function readGeniusDomain(text: string, fileName: string): DomainFile {
  const root = xmlTree(text, fileName);
  const issues = issuesOf(root, fileName).map(({ name, element }) => issueOf(name, optionsOf(element, name)));
  if (issues.length === 0) throw brokenFile(fileName, 'has no issue in it');
  return { issues, constraints: [], profiles: [] };
}

/**
 * A profile of GENIUS: weights by the index of their issue, evaluations by the value of their item. An item is worth
 * weight × evaluation / the largest evaluation of its issue, as GENIUS has it, and nowhere is a place in a list
 * taken for an index, so that a missing one shifts nothing.
 */
export function readGeniusProfile(text: string, fileName: string, issues: readonly BargainIssue[]): ProfileFile {
  const root = xmlTree(text, fileName);
  const weightOf = new Map(
    elementsNamed(root, 'weight').map(({ attributes: { index, value } }) => [
      index,
      numberIn(value, `${fileName}: the weight of index ${index}`),
    ]),
  );
  const weights: Record<string, number> = {};
  const values: Record<string, Record<string, number>> = {};
  const own = issuesOf(root, fileName);
  for (const issue of issues) {
    const found = own.find(({ name }) => name === issue.name);
    if (found === undefined) throw brokenFile(fileName, `does not value the issue "${issue.name}" of the domain`);
    const weight = weightOf.get(found.index);
    if (weight === undefined)
      throw new UserError(`${fileName} has no weight for the issue "${issue.name}" (index ${found.index})`, {
        cure: 'add <weight index="…" value="…">',
      });
    weights[issue.id] = weight;
    values[issue.id] = valuesOf(found.element, issue, fileName);
  }
  const stranger = own.find(({ name }) => !issues.some((issue) => issue.name === name));
  if (stranger !== undefined) throw brokenFile(fileName, `values the issue "${stranger.name}", which the domain does not have`);
  return { name: null, weights, values, terms: [], noDeal: noDealOf(root, fileName) };
}

interface NumberedIssue {
  readonly index: string;
  readonly name: string;
  readonly element: XmlElement;
}

function issuesOf(root: XmlElement, fileName: string): NumberedIssue[] {
  const issues = elementsNamed(root, 'issue').map((element) => {
    const { index, name } = element.attributes;
    if (index === undefined || name === undefined) throw brokenFile(fileName, 'has an issue without an index or a name');
    return { index, name, element };
  });
  for (const { index, name } of issues)
    if (issues.filter((one) => one.index === index).length > 1) throw brokenFile(fileName, `has index ${index} twice, once for "${name}"`);
  return issues.sort((a, b) => Number(a.index) - Number(b.index));
}

function itemsOf({ children }: XmlElement): XmlElement[] {
  const items = children.filter(({ name }) => name === 'item');
  return items.sort((a, b) => Number(a.attributes.index ?? 0) - Number(b.attributes.index ?? 0));
}

function optionsOf(element: XmlElement, name: string): string[] {
  const items = itemsOf(element);
  if (items.length > 0) return items.map(({ attributes }) => attributes.value ?? '');
  const kind = element.attributes.type ?? element.attributes.etype ?? 'discrete';
  if (kind === 'integer') return stepsFrom(...boundsOf(element, name), 1, name);
  if (kind === 'real')
    throw new UserError(`the issue "${name}" has real numbers, whose options cannot be listed`, {
      cure: 'make it an issue of items, in steps',
    });
  return [];
}

/** On the issue itself, or in a `range` in it; written with and without a capital letter. */
function boundsOf(element: XmlElement, issue: string): [low: number, high: number] {
  const range = { ...element.attributes, ...element.children.find(({ name }) => name === 'range')?.attributes };
  return [
    numberIn(range.lowerbound ?? range.lowerBound, `the lower bound of "${issue}"`),
    numberIn(range.upperbound ?? range.upperBound, `the upper bound of "${issue}"`),
  ];
}

function valuesOf(element: XmlElement, issue: BargainIssue, fileName: string): Record<string, number> {
  const evaluator = element.children.find(({ name }) => name === 'evaluator');
  const items = itemsOf(element);
  if (items.length === 0 && evaluator !== undefined) return linearValues(evaluator, element, issue);
  const evaluations = new Map<string, number>();
  for (const { attributes } of items)
    evaluations.set(
      attributes.value ?? '',
      numberIn(attributes.evaluation, `${fileName}: the evaluation of "${attributes.value}" (${issue.name})`),
    );
  const unknown = [...evaluations.keys()].find((value) => !issue.options.some(({ name }) => name === value));
  if (unknown !== undefined) throw brokenFile(fileName, `values "${unknown}", which is no option of the issue "${issue.name}"`);
  const most = Math.max(...evaluations.values());
  return Object.fromEntries(
    issue.options.map(({ id, name }) => {
      const evaluation = evaluations.get(name);
      if (evaluation === undefined) throw brokenFile(fileName, `does not value the option "${name}" of the issue "${issue.name}"`);
      return [id, most > 0 ? evaluation / most : evaluation];
    }),
  );
}

/** `slope` counts from the lower bound; the older `parameter1` from 0, and its results are kept between 0 and 1. */
function linearValues({ attributes }: XmlElement, element: XmlElement, issue: BargainIssue): Record<string, number> {
  const { ftype = 'linear', offset, slope, parameter0, parameter1 } = attributes;
  if (ftype !== 'linear' && ftype !== 'constant')
    throw new UserError(`the issue "${issue.name}" is valued by "${ftype}", which is not read`, {
      cure: 'give each of its options a value',
    });
  const isOld = offset === undefined;
  const base = numberIn(offset ?? parameter0, `the offset of "${issue.name}"`);
  const rise = ftype === 'constant' ? 0 : numberIn(slope ?? parameter1, `the slope of "${issue.name}"`);
  const start = isOld || rise === 0 ? 0 : lowestOf(element, issue);
  const within = (value: number): number => (isOld ? Math.min(1, Math.max(0, value)) : value);
  return Object.fromEntries(issue.options.map(({ id, name }) => [id, within(base + rise * (Number(name) - start))]));
}

function lowestOf(element: XmlElement, issue: BargainIssue): number {
  const { lowerbound, lowerBound } = element.attributes;
  return lowerbound === undefined && lowerBound === undefined ? Number(issue.options[0]?.name) : boundsOf(element, issue.name)[0];
}

function noDealOf(root: XmlElement, fileName: string): NoDeal | null {
  const [reservation] = elementsNamed(root, 'reservation');
  return reservation === undefined
    ? null
    : { kind: 'level', value: numberIn(reservation.attributes.value, `${fileName}: the reservation value`) };
}
