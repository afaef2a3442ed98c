import { UserError } from '@parley/model';
import type { ExampleCase } from './example-schema.ts';
import type { Example } from './read-example.ts';

type ExampleIssues = ExampleCase['issues'];
type ExampleIssue = ExampleIssues[string];

/** Throws a UserError for a feature of a source that is not there, and an option whose zones or lines are not. */
export function checkFeatures({ name, case: { sources, issues, mapFeatures, populations } }: Example): void {
  const missing = (what: string): UserError => new UserError(`${name}: ${what}`, { cure: 'name one that is there' });
  const sourceIds = new Set(sources.map(({ id }) => id));
  for (const { id, sourceId } of mapFeatures)
    if (!sourceIds.has(sourceId)) throw missing(`feature ${id}: there is no source "${sourceId}"`);
  for (const { id, sourceId } of populations)
    if (!sourceIds.has(sourceId)) throw missing(`population ${id}: there is no source "${sourceId}"`);
  const ids = new Set(mapFeatures.map(({ id }) => id));
  for (const { id: optionId, featureIds = [] } of Object.values(issues).flatMap(({ options }) => options))
    for (const id of featureIds) if (!ids.has(id)) throw missing(`option ${optionId}: there is no feature "${id}"`);
}

/** The features that are recorded with a source, in the order of the file. */
export function featuresOf({ mapFeatures }: ExampleCase, sourceId: string): ExampleCase['mapFeatures'] {
  return mapFeatures.filter((feature) => feature.sourceId === sourceId);
}

/** The issues as they are before any map is recorded: their options name no zones and lines yet. */
export function issuesWithoutFeatures(issues: ExampleIssues): ExampleIssues {
  return Object.fromEntries(Object.entries(issues).map(([id, issue]) => [id, withKnown(issue, new Set())]));
}

/** The issues that get zones and lines with a source, with those of it and of the sources before it. */
export function issuesDrawnWith({ issues, mapFeatures }: ExampleCase, sourceIds: readonly string[]): ExampleIssues {
  const last = sourceIds.at(-1);
  const upTo = mapFeatures.filter(({ sourceId }) => sourceIds.includes(sourceId));
  const known = new Set(upTo.map(({ id }) => id));
  const fresh = new Set(upTo.filter(({ sourceId }) => sourceId === last).map(({ id }) => id));
  const drawn = Object.entries(issues).filter(([, { options }]) =>
    options.some(({ featureIds = [] }) => featureIds.some((id) => fresh.has(id))),
  );
  return Object.fromEntries(drawn.map(([id, issue]) => [id, withKnown(issue, known)]));
}

function withKnown(issue: ExampleIssue, known: ReadonlySet<string>): ExampleIssue {
  const options = issue.options.map(({ featureIds = [], ...option }) => {
    const drawn = featureIds.filter((id) => known.has(id));
    return drawn.length === 0 ? option : { ...option, featureIds: drawn };
  });
  return { ...issue, options };
}
