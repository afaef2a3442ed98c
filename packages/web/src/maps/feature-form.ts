import { isEdtfDate, type MADE_HOW, type MAP_CATEGORIES, PUBLIC } from '@parley/model';
import type { Bodies } from '../api/types.ts';
import { t } from '../strings/strings.ts';

type Details = Omit<Bodies['mapFeature'], 'name' | 'shape' | 'coordinates'>;

/** What is known of a feature besides its name and where it runs, as the fields hold it; empty: not known. */
export interface FeatureForm {
  readonly partyId: string;
  readonly category: '' | (typeof MAP_CATEGORIES)[number];
  readonly version: string;
  readonly phase: string;
  readonly on: string;
  readonly accuracyMeters: string;
  readonly madeHow: '' | (typeof MADE_HOW)[number];
  readonly sourceId: string;
  readonly contested: boolean;
  readonly namedBy: string;
  readonly pCode: string;
  readonly compartment: string;
}

export const EMPTY_FEATURE: FeatureForm = {
  partyId: '',
  category: '',
  version: '',
  phase: '',
  on: '',
  accuracyMeters: '',
  madeHow: '',
  sourceId: '',
  contested: false,
  namedBy: '',
  pCode: '',
  compartment: PUBLIC,
};

/** The fields of what is kept already. */
export function formOf(body: Details, compartment: string): FeatureForm {
  return {
    partyId: body.partyId ?? '',
    category: body.category ?? '',
    version: body.version ?? '',
    phase: body.phase === undefined ? '' : String(body.phase),
    on: body.on ?? '',
    accuracyMeters: body.accuracyMeters === undefined ? '' : String(body.accuracyMeters),
    madeHow: body.madeHow ?? '',
    sourceId: body.sourceId ?? '',
    contested: body.contested ?? false,
    namedBy: body.namedBy ?? '',
    pCode: body.pCode ?? '',
    compartment,
  };
}

/** What is filled in, as a feature takes it. */
export function detailsOf(form: FeatureForm) {
  const { partyId, category, version, phase, on, accuracyMeters, madeHow, sourceId, contested, namedBy, pCode } = form;
  return {
    ...(partyId && { partyId }),
    ...(category && { category }),
    ...(version.trim() && { version: version.trim() }),
    ...(phase.trim() && { phase: Number(phase) }),
    ...(on.trim() && { on: on.trim() }),
    ...(accuracyMeters.trim() && { accuracyMeters: Number(accuracyMeters) }),
    ...(madeHow && { madeHow }),
    ...(sourceId && { sourceId }),
    ...(contested && { contested }),
    ...(namedBy.trim() && { namedBy: namedBy.trim() }),
    ...(pCode.trim() && { pCode: pCode.trim() }),
  };
}

/** Why the fields cannot be recorded as they are; null where they can. */
export function formProblem(form: FeatureForm): string | null {
  if (phaseProblem(form.phase)) return phaseProblem(form.phase);
  if (form.on.trim() !== '' && !isEdtfDate(form.on.trim())) return t('date.wrong');
  return accuracyProblem(form.accuracyMeters);
}

export function phaseProblem(phase: string): string | null {
  const number = Number(phase);
  return phase.trim() === '' || (Number.isInteger(number) && number >= 1 && number <= 99) ? null : t('maps.phaseWrong');
}

export function accuracyProblem(accuracyMeters: string): string | null {
  const meters = Number(accuracyMeters);
  return accuracyMeters.trim() === '' || (meters >= 0 && meters <= 50_000) ? null : t('maps.accuracyWrong');
}
