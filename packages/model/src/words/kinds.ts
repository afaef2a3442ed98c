import type { z } from 'zod';
import { CaseDetails } from './case-details.ts';
import { Compartment } from './compartment.ts';
import { Conflict } from './conflict.ts';
import { Cue } from './cue.ts';
import { DeclinedOffer } from './declined-offer.ts';
import { Delegation, Mandate } from './delegation.ts';
import { Delivery } from './delivery.ts';
import { Destruction } from './destruction.ts';
import { Exchange } from './exchange.ts';
import { Figure } from './figure.ts';
import { Issue } from './issue.ts';
import { MapFeature } from './map-feature.ts';
import { PackageRule } from './package-rule.ts';
import { Party, ThirdParty } from './party.ts';
import { Population } from './population.ts';
import { Position } from './position.ts';
import { Preference } from './preference.ts';
import { Priority } from './priority.ts';
import { Proposal } from './proposal.ts';
import { Schedule } from './schedule.ts';
import { Source } from './source.ts';
import { Statement } from './statement.ts';
import { Weighing } from './weighing.ts';

/** Every kind of subject an entry may be about, with the schema of its body. */
export const KINDS = {
  case: CaseDetails,
  compartment: Compartment,
  party: Party,
  thirdParty: ThirdParty,
  delegation: Delegation,
  mandate: Mandate,
  issue: Issue,
  source: Source,
  statement: Statement,
  position: Position,
  figure: Figure,
  proposal: Proposal,
  cue: Cue,
  declinedOffer: DeclinedOffer,
  exchange: Exchange,
  weighing: Weighing,
  schedule: Schedule,
  delivery: Delivery,
  conflict: Conflict,
  preference: Preference,
  priority: Priority,
  packageRule: PackageRule,
  mapFeature: MapFeature,
  population: Population,
  destruction: Destruction,
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as [Kind, ...Kind[]];

/** The body of a kind, as kept: defaults filled in. */
export type Body<K extends Kind = Kind> = { [P in K]: z.output<(typeof KINDS)[P]> }[K];
/** The body of a kind as a caller may give it: what has a default may be left out. */
export type BodyInput<K extends Kind = Kind> = { [P in K]: z.input<(typeof KINDS)[P]> }[K];
