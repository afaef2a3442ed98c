import {
  AttributionRule,
  CaseDetails,
  Compartment,
  Conflict,
  Credibility,
  Delegation,
  Delivery,
  EdtfDate,
  Exchange,
  Id,
  Instant,
  Issue,
  Mandate,
  MapFeature,
  PackageRule,
  Party,
  Population,
  Position,
  Preference,
  Priority,
  Proposal,
  Qualifier,
  Reliability,
  Schedule,
  Speaker,
  STRENGTHS,
  Stance,
  StatementLink,
  ThirdParty,
  Voice,
  Weighing,
} from '@parley/model';
import { z } from 'zod';

/**
 * Words of a report, as they stand there; the loader finds where. `nth` (from 1) picks one where
 * they stand more than once.
 */
export const Quote = z.union([z.string().min(1), z.strictObject({ words: z.string().min(1), nth: z.int().min(1) })]);
export type Quote = z.infer<typeof Quote>;

const Status = z.enum(['suggested', 'accepted', 'rejected']).default('accepted');

/**
 * A statement with quotes for its spans. The content is looked for in the whole text; speaker, cue,
 * relays, condition and further content in the paragraph that the content begins in; an antecedent
 * in the whole text.
 */
export const ExampleStatement = z.strictObject({
  id: Id,
  /** Left out where the report names nobody. `name` is needed only where it differs from the words. */
  speaker: z
    .strictObject({
      words: Quote.optional(),
      antecedent: Quote.optional(),
      name: z.string().min(1).optional(),
      ...Speaker.pick({ anonymous: true, role: true, partyId: true, factionId: true }).shape,
    })
    .optional(),
  relays: z.array(z.strictObject({ words: Quote.optional(), name: z.string().min(1).optional() })).default([]),
  cue: Quote.optional(),
  content: z.union([Quote, z.array(Quote).min(1)]),
  condition: Quote.optional(),
  strength: z.enum(STRENGTHS),
  speech: z.enum(['direct', 'indirect', 'mixed']).default('indirect'),
  voice: Voice.optional(),
  credibility: Credibility.optional(),
  saidOn: EdtfDate.optional(),
  utteranceId: Id.optional(),
  links: z.array(z.strictObject({ ...StatementLink.shape, stance: Stance.optional() })).default([]),
  featureIds: z.array(Id).optional(),
  status: Status,
  note: z.string().optional(),
});
export type ExampleStatement = z.infer<typeof ExampleStatement>;

/** A figure; its quote is looked for in the whole text. `high` is `low` where left out. */
export const ExampleFigure = z.strictObject({
  id: Id,
  quote: Quote,
  measure: z.string(),
  low: z.number(),
  high: z.number().optional(),
  qualifier: Qualifier.default('exactly'),
  unit: z.string().optional(),
  scope: z.string().optional(),
  since: z.string().optional(),
  asOf: EdtfDate.optional(),
  claimant: z.strictObject({ name: z.string(), partyId: Id.optional(), statementId: Id.optional() }).optional(),
  status: Status,
  note: z.string().optional(),
});
export type ExampleFigure = z.infer<typeof ExampleFigure>;

/** A report, document or note of the case, with what was taken from it. */
export const ExampleSource = z.strictObject({
  id: Id,
  /** Path from the folder of case.json. */
  file: z.string().regex(/^[\w./-]+$/, 'a file is a path below the folder of case.json'),
  kind: z.enum(['report', 'document', 'note']).default('report'),
  title: z.string(),
  publisher: z.string().optional(),
  published: EdtfDate.optional(),
  language: z.string().optional(),
  reliability: Reliability.optional(),
  derivedFrom: Id.optional(),
  attributionRule: AttributionRule.optional(),
  note: z.string().optional(),
  /** When the team got it: everything taken from it is recorded then. */
  recordedAt: Instant,
  compartment: Id.default('public'),
  statements: z.array(ExampleStatement).default([]),
  figures: z.array(ExampleFigure).default([]),
});
export type ExampleSource = z.infer<typeof ExampleSource>;

// What rests on statements is recorded with the last of them, in the narrowest of their
// compartments; `compartment` puts it into a narrower one.
const resting = { id: Id, compartment: Id.optional() };
// What the team drew up itself is recorded with the source that led to it, whatever speaks for it.
const drawnUp = { ...resting, recordedWith: Id.optional() };

/** The whole of a case.json. */
export const ExampleCase = z.strictObject({
  caseId: Id,
  /** When the case was set up: parties, issues, compartments and delegations are recorded then. */
  begunAt: Instant,
  case: z.strictObject(CaseDetails.shape),
  /** Who is named as having suggested what is suggested or was rejected. */
  suggestedBy: z.strictObject({ name: z.string(), version: z.string() }),
  compartments: z.record(Id, z.strictObject(Compartment.shape)).default({}),
  parties: z.record(Id, z.strictObject(Party.shape)),
  thirdParties: z.record(Id, z.strictObject(ThirdParty.shape)).default({}),
  delegations: z.record(Id, z.strictObject(Delegation.shape)).default({}),
  issues: z.record(Id, z.strictObject(Issue.shape)),
  sources: z.array(ExampleSource).min(1),
  /** Recorded with the source that each of them names, before what that source says. */
  mapFeatures: z.array(z.strictObject({ id: Id, ...MapFeature.shape, sourceId: Id })).default([]),
  /** Where how many people were counted; recorded as map features are. */
  populations: z.array(z.strictObject({ id: Id, ...Population.shape, sourceId: Id })).default([]),
  mandates: z.array(z.strictObject({ ...resting, ...Mandate.shape })).default([]),
  positions: z.array(z.strictObject({ ...resting, ...Position.shape })).default([]),
  proposals: z.array(z.strictObject({ ...resting, ...Proposal.shape })).default([]),
  exchanges: z.array(z.strictObject({ ...drawnUp, ...Exchange.shape })).default([]),
  weighings: z.array(z.strictObject({ ...drawnUp, ...Weighing.shape })).default([]),
  schedules: z.array(z.strictObject({ ...drawnUp, ...Schedule.shape })).default([]),
  deliveries: z.array(z.strictObject({ ...drawnUp, ...Delivery.shape })).default([]),
  conflicts: z.array(z.strictObject({ ...drawnUp, ...Conflict.shape })).default([]),
  preferences: z.array(z.strictObject({ ...drawnUp, ...Preference.shape })).default([]),
  priorities: z.array(z.strictObject({ ...drawnUp, ...Priority.shape })).default([]),
  packageRules: z.array(z.strictObject({ ...drawnUp, ...PackageRule.shape })).default([]),
});
export type ExampleCase = z.infer<typeof ExampleCase>;
