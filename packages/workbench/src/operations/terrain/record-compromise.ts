import { type Body, type CaseRecord, type Id, labelText, mayReferTo, PUBLIC, type StoredEntry, UserError } from '@parley/model';
import type { Line, Zone } from '@parley/terrain';
import type { z } from 'zod';
import type { CompromiseFound, CompromiseMaps } from '../../contract/terrain-results.ts';
import type { CaseSession } from '../case-session.ts';
import { putDraft } from '../recorder.ts';
import { featuresOf } from './case-map.ts';
import { CaseMaps } from './case-maps.ts';
import { keptLines, keptZone } from './map-of-file.ts';

type Asked = Pick<z.output<typeof CompromiseMaps>, 'first' | 'second' | 'by'>;
type Found = Pick<z.output<typeof CompromiseFound>, 'result' | 'disclaimer' | 'compartments'>;

/**
 * Records each line of a family as a feature of the team: a zone between zones, a line between lines. It says that it is no
 * proposal, and goes where only who sees all that it was made from can see it; never to where everybody does.
 */
export async function recordCompromise(
  session: CaseSession,
  { first, second, by }: Asked,
  { result, disclaimer, compartments }: Found,
  compartment: Id | undefined,
): Promise<StoredEntry[]> {
  const { record, recorder } = session;
  const into = compartment ?? (compartments.length === 1 ? compartments[0] : undefined) ?? PUBLIC;
  checkCompartment(record, into, compartments);
  const features = [first, second].map(({ featureIds }) => featuresOf(record, featureIds));
  const isLines = features.flat().every(({ body }) => body.shape === 'line');
  const names = [first, second].map((asked, at) => asked.name ?? features[at]?.map(({ body }) => labelText(body.name)).join(', '));
  const accuracyMeters = CaseMaps.accuracyOf(features.flat());
  const drafts = result.lines.map(({ shareAsked, coordinates, line }) => {
    const percent = Number((100 * shareAsked).toFixed(2));
    const body: Body<'mapFeature'> = {
      name: { en: `Between ${names.join(' and ')}, ${percent} % of the contested ${by}`.slice(0, 500) },
      shape: isLines ? 'line' : 'zone',
      coordinates: isLines ? keptLines(line as Line[]) : keptZone(coordinates as Zone),
      ...(accuracyMeters === null ? {} : { accuracyMeters }),
      evidence: [],
      note: disclaimer,
    };
    return putDraft(recorder, 'mapFeature', recorder.newId(), body, into);
  });
  return session.commit(drafts);
}

function checkCompartment(record: CaseRecord, into: Id, used: readonly Id[]): void {
  if (into === PUBLIC)
    throw new UserError('lines between two maps are not recorded where everybody sees them', {
      cure: 'name a compartment of the mediator; make one: parley compartment CASE NAME',
      code: 'mediatorOnly',
    });
  // One that is not there is refused with all else that does not fit the case.
  if (!record.of('compartment').has(into)) return;
  const blind = used.find((one) => !mayReferTo(record, into, one));
  if (blind === undefined) return;
  throw new UserError(`compartment "${into}" does not see "${blind}", from which this was made`, {
    cure: 'name a compartment that lies within all that were used',
    code: 'conflict',
  });
}
