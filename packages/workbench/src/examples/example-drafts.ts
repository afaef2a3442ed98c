import { type BodyInput, type Draft, digest, type Kind, PUBLIC, parseBody, UserError } from '@parley/model';
import { extract } from '@parley/reader';
import type { ExampleCase, ExampleSource } from './example-schema.ts';
import { checkFeatures, featuresOf, issuesDrawnWith, issuesWithoutFeatures } from './option-features.ts';
import { type Example, readExample } from './read-example.ts';
import { figureBody, sourceBody, statementBody } from './source-bodies.ts';

/** What the team recorded at one time: its entries, and the bytes that its sources name. */
export interface ExampleBatch {
  readonly recordedAt: string;
  readonly drafts: Draft[];
  readonly contents: Uint8Array[];
}

export interface ExampleOptions {
  /** The id of the key that the entries are recorded under. */
  readonly author: string;
  /** The salt of an entry; by default a hash of its id: an example is public, and nothing in it needs hiding. */
  readonly newSalt?: (entryId: string) => string;
}

/**
 * The entries of an example, in the order in which the team came to know them: first the setting
 * up, then a batch a source. The same example gives the same entries.
 *
 * Throws a UserError that names the file, the statement and the words at fault.
 */
export function exampleDrafts(
  folderOrExample: string | Example,
  { author, newSalt }: ExampleOptions,
): { caseId: string; batches: ExampleBatch[] } {
  const example = typeof folderOrExample === 'string' ? readExample(folderOrExample) : folderOrExample;
  checkFeatures(example);
  const { caseId } = example.case;
  const saltOf = newSalt ?? ((entryId: string) => digest(`${caseId} ${entryId}`).slice(0, 32));
  const seen = new Set<string>();
  let entries = 0;
  const seal = (recordedAt: string, planned: Planned[]): Draft[] =>
    planned.map(({ kind, id, compartment, body, again = false }) => {
      const key = `${kind}/${id}`;
      if (seen.has(key) && !again)
        throw new UserError(`${example.name}: two of kind ${kind} have the id "${id}"`, { cure: 'give one another id' });
      seen.add(key);
      entries += 1;
      const entryId = `e-${String(entries).padStart(4, '0')}`;
      const subject = { kind, id };
      return { id: entryId, author, compartment, recordedAt, salt: saltOf(entryId), subject, action: 'put', body } as Draft;
    });

  const resting = restingBySource(example);
  const batches: ExampleBatch[] = [
    { recordedAt: example.case.begunAt, drafts: seal(example.case.begunAt, settingUp(example.case)), contents: [] },
  ];
  for (const source of inOrder(example)) {
    const { planned, contents } = takenFrom(source, example);
    batches.push({
      recordedAt: source.recordedAt,
      drafts: seal(source.recordedAt, [...planned, ...(resting.get(source.id) ?? [])]),
      contents,
    });
  }
  return { caseId, batches };
}

interface Planned {
  readonly kind: Kind;
  readonly id: string;
  readonly compartment: string;
  readonly body: unknown;
  /** A later version of what is recorded already. */
  readonly again?: boolean;
}

function plan<K extends Kind>(kind: K, id: string, body: BodyInput<K>, compartment = PUBLIC): Planned {
  return { kind, id, compartment, body: parseBody(kind, body) };
}

function settingUp(example: ExampleCase): Planned[] {
  const each = <K extends Kind>(kind: K, bodies: Record<string, BodyInput<K>>): Planned[] =>
    Object.entries(bodies).map(([id, body]) => plan(kind, id, body));
  return [
    // Who is not within the next wider compartment need not know that this one exists.
    ...Object.entries(example.compartments).map(([id, body]) => plan('compartment', id, body, body.within)),
    ...each('party', example.parties),
    ...each('thirdParty', example.thirdParties),
    ...each('delegation', example.delegations),
    ...each('issue', issuesWithoutFeatures(example.issues)),
    plan('case', 'case', example.case),
  ];
}

function inOrder({ name, case: { begunAt, sources } }: Example): ExampleSource[] {
  const early = sources.find(({ recordedAt }) => recordedAt < begunAt);
  if (early !== undefined) {
    throw new UserError(`${name}: source ${early.id} is recorded at ${early.recordedAt}, before the case began at ${begunAt}`, {
      cure: 'give it a later recordedAt, or the case an earlier begunAt',
    });
  }
  return [...sources].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}

function takenFrom(source: ExampleSource, example: Example): { planned: Planned[]; contents: Uint8Array[] } {
  const {
    name,
    case: { suggestedBy },
    files,
  } = example;
  const bytes = files.get(source.file);
  if (bytes === undefined) throw new UserError(`${name}: source ${source.id}: there is no file ${source.file}`, { cure: 'add the file' });
  const taken = extract(bytes, { fileName: source.file });
  const textBytes = new TextEncoder().encode(taken.text);
  const where = { name, source, text: taken.text, suggestedBy };
  const of = <K extends Kind>(kind: K, id: string, body: BodyInput<K>): Planned => plan(kind, id, body, source.compartment);
  return {
    planned: [
      of('source', source.id, sourceBody(source, taken, { bytes, textBytes })),
      ...drawnWith(source, example),
      ...source.statements.map((statement) => of('statement', statement.id, statementBody(statement, where))),
      ...source.figures.map((figure) => of('figure', figure.id, figureBody(figure, where))),
    ],
    contents: digest(bytes) === digest(textBytes) ? [bytes] : [bytes, textBytes],
  };
}

/** The zones and lines of a source, where it counts people, and the issues whose options they are. */
function drawnWith(source: ExampleSource, example: Example): Planned[] {
  const order = inOrder(example).map(({ id }) => id);
  const soFar = order.slice(0, order.indexOf(source.id) + 1);
  return [
    ...featuresOf(example.case, source.id).map(({ id, ...feature }) => plan('mapFeature', id, feature, source.compartment)),
    ...example.case.populations
      .filter(({ sourceId }) => sourceId === source.id)
      .map(({ id, ...population }) => plan('population', id, population, source.compartment)),
    ...Object.entries(issuesDrawnWith(example.case, soFar)).map(([id, issue]) => ({
      ...plan('issue', id, issue, source.compartment),
      again: true,
    })),
  ];
}

/** What rests on statements, each with the source of the last of them, or with the one that it names. */
function restingBySource(example: Example): Map<string, Planned[]> {
  const { mandates, positions, proposals, exchanges, weighings, schedules, deliveries, conflicts, preferences, priorities, packageRules } =
    example.case;
  const order = inOrder(example);
  const sourceOf = new Map(order.flatMap((source, place) => source.statements.map(({ id }) => [id, { source, place }] as const)));
  const placed = new Map<string, Planned[]>();
  const place = <K extends Kind>(kind: K, { id, compartment, recordedWith, ...body }: Resting): void => {
    const named = recordedWith === undefined ? [] : [sourceNamed(kind, id, recordedWith)];
    const sources = [...sourcesOf(kind, id, body.evidence), ...named];
    const last = (named[0] ?? sources.reduce((a, b) => (a.place < b.place ? b : a))).source;
    const narrowest = sources.map(({ source }) => source.compartment).reduce((a, b) => (depthOf(example, a) < depthOf(example, b) ? b : a));
    const planned = plan(kind, id, body as BodyInput<K>, compartment ?? narrowest);
    placed.set(last.id, [...(placed.get(last.id) ?? []), planned]);
  };
  const sourcesOf = (kind: Kind, id: string, evidence: readonly string[]) =>
    evidence.map((statementId) => {
      const found = sourceOf.get(statementId);
      if (found !== undefined) return found;
      throw new UserError(`${example.name}: ${kind} ${id}: there is no statement "${statementId}"`, { cure: 'name one that is there' });
    });
  const sourceNamed = (kind: Kind, id: string, sourceId: string) => {
    const at = order.findIndex((source) => source.id === sourceId);
    const source = order[at];
    if (source !== undefined) return { source, place: at };
    throw new UserError(`${example.name}: ${kind} ${id}: there is no source "${sourceId}"`, { cure: 'name one that is there' });
  };
  for (const mandate of mandates) place('mandate', mandate);
  for (const position of positions) place('position', position);
  for (const proposal of proposals) place('proposal', proposal);
  for (const exchange of exchanges) place('exchange', exchange);
  for (const weighing of weighings) place('weighing', weighing);
  for (const schedule of schedules) place('schedule', schedule);
  for (const delivery of deliveries) place('delivery', delivery);
  for (const conflict of conflicts) place('conflict', conflict);
  for (const priority of priorities) place('priority', priority);
  for (const rule of packageRules) place('packageRule', rule);
  for (const preference of preferences) {
    // What speaks for a preference stands under each of its statements.
    const evidence = preference.statements.flatMap((statement) => statement.evidence);
    const resting = { ...preference, evidence };
    place('preference', resting);
  }
  return placed;
}

interface Resting {
  readonly id: string;
  readonly compartment?: string | undefined;
  readonly recordedWith?: string | undefined;
  readonly evidence: readonly string[];
}

function depthOf({ case: { compartments } }: Example, compartment: string): number {
  let depth = 0;
  for (let at: string | undefined = compartment; at !== undefined && at !== PUBLIC && depth < 100; at = compartments[at]?.within)
    depth += 1;
  return depth;
}
