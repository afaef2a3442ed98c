import { type Body, type Draft, type Id, type Kind, Label, MapFeatureDetails, PUBLIC, type StoredEntry, UserError } from '@parley/model';
import type { z } from 'zod';
import type { ImportFields, ImportPopulation } from '../../contract/terrain.ts';
import type { CaseSession } from '../case-session.ts';
import { presentSubject } from '../put-subject.ts';
import { putDraft } from '../recorder.ts';
import type { CellOfFile, FeatureOfFile, MapOfFile } from './map-of-file.ts';

/** What was recorded of a file. */
export interface ImportedFile {
  readonly ids: readonly Id[];
  readonly told: readonly string[];
  readonly entries: readonly StoredEntry[];
}

type Fields = z.output<typeof ImportFields>;

/**
 * Records all features of a file, each as one subject, all or none. What is given holds for all of them; where it is left
 * out, what a feature says itself by the name of the field. Throws a UserError where one does not fit the case.
 */
export async function importMap(session: CaseSession, { features, told }: MapOfFile, fields: Fields): Promise<ImportedFile> {
  const { compartment = PUBLIC } = fields;
  if (features.length === 0)
    throw new UserError(`nothing is left of the map to record: ${told.join('; ') || 'it shows no feature'}`, {
      cure: 'draw it again: a zone encloses something, and a line has two places',
      code: 'no-features',
    });
  const drafts = features.map((feature) =>
    putDraft(session.recorder, 'mapFeature', session.recorder.newId(), bodyOf(feature, fields), compartment),
  );
  const ids = drafts.map(({ subject }) => subject.id);
  const entries = await session.commit([...drafts, ...(fields.option === undefined ? [] : [optionDraft(session, fields.option, ids)])]);
  return { ids, told, entries };
}

/** The issue again, with the features added to those that its option names. */
function optionDraft({ record, recorder }: CaseSession, { issueId, optionId }: NonNullable<Fields['option']>, ids: readonly Id[]): Draft {
  const issue = presentSubject(record, 'issue', issueId);
  if (!issue.body.options.some(({ id }) => id === optionId))
    throw new UserError(`issue "${issueId}" has no option "${optionId}"`, { cure: 'name one that it has', code: 'unknown' });
  const options = issue.body.options.map((option) =>
    option.id === optionId ? { ...option, featureIds: [...(option.featureIds ?? []), ...ids] } : option,
  );
  return putDraft(recorder, 'issue', issueId, { ...issue.body, options }, issue.entry.compartment);
}

/** Records a population. */
export async function importPopulation(
  session: CaseSession,
  { cells, told }: { readonly cells: readonly CellOfFile[]; readonly told: readonly string[] },
  { name, label, year, beforeDisplacement, sourceId, licence, compartment = PUBLIC }: Omit<z.output<typeof ImportPopulation>, 'base64'>,
): Promise<ImportedFile> {
  const body = given<'population'>({ name: label ?? { en: name }, year, beforeDisplacement, sourceId, licence, cells });
  const draft = putDraft(session.recorder, 'population', session.recorder.newId(), body, compartment);
  return { ids: [draft.subject.id], told, entries: await session.commit([draft]) };
}

function bodyOf({ name, shape, coordinates, properties }: FeatureOfFile, fields: Fields): Body<'mapFeature'> {
  const { compartment: _, option: _option, language, evidence = [], ...common } = fields;
  return given<'mapFeature'>({
    ...saidBy(properties),
    ...Object.fromEntries(Object.entries(common).filter(([, value]) => value !== undefined)),
    name: namesBy(properties) ?? { [language]: name.trim().slice(0, 500) || 'unnamed' },
    shape,
    coordinates: coordinates as Body<'mapFeature'>['coordinates'],
    evidence,
  });
}

/** What a feature of a file says of itself, as far as a case would keep it; Parley's own exports say it so. */
function saidBy(properties: Readonly<Record<string, unknown>>): Partial<Body<'mapFeature'>> {
  const pCode = Object.entries(properties).find(([key, value]) => P_CODE.test(key) && typeof value === 'string' && value !== '')?.[1];
  const said = SAID.flatMap((field): [string, unknown][] => {
    const value = field === 'pCode' ? (properties.pCode ?? pCode) : properties[field];
    const parsed = MapFeatureDetails.shape[field].safeParse(ofText(field, value));
    return parsed.success && parsed.data !== undefined ? [[field, parsed.data]] : [];
  });
  return Object.fromEntries(said);
}

const SAID = ['accuracyMeters', 'category', 'contested', 'madeHow', 'namedBy', 'on', 'pCode', 'phase', 'version'] as const;

/** KML and tables know only texts. */
function ofText(field: (typeof SAID)[number], value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (field === 'contested') return value === 'true';
  return (field === 'accuracyMeters' || field === 'phase') && value.trim() !== '' ? Number(value) : value;
}

/** `name:ar` and the like, by language; null where a file has none. */
function namesBy(properties: Readonly<Record<string, unknown>>): Label | null {
  const names = Object.entries(properties).flatMap(([key, value]) => (key.startsWith('name:') ? [[key.slice(5), value] as const] : []));
  const parsed = Label.safeParse(Object.fromEntries(names));
  return parsed.success ? parsed.data : null;
}

/** As files of OCHA's common operational datasets call it (ADM2_PCODE), and ISO 3166-2. */
const P_CODE = /^(p_?code|adm\d_?pcode|iso_?3166_?2|shapeISO)$/i;

/** Without the fields that are left out. */
function given<K extends Kind>(body: { readonly [F in keyof Body<K>]?: Body<K>[F] | undefined }): Body<K> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Body<K>;
}
