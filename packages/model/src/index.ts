export { Clock, type Draft, Entry, type StoredEntry, Subject } from './entry/entry.ts';
export { compareEntries, tick } from './entry/order.ts';
export { canonicalJson, type DigestText, destroyed, digest, hashBody, hashEntry, seal } from './entry/seal.ts';
export { type ChainFault, type ChainReport, verifyChains } from './entry/verify-chains.ts';
export { checkDrafts, draftChecker, parseBody } from './fold/check-drafts.ts';
export { mayReferTo, widening } from './fold/compartments.ts';
export { type CaseRecord, type Fold, type FoldScope, foldEntries, startFold, type Version } from './fold/fold.ts';
export { type Reference, referencesOf } from './fold/references.ts';
export { jsonSchema } from './json-schema.ts';
export { UserError } from './user-error.ts';
export { Convergence, convergenceOf } from './views/convergence.ts';
export { countWitnesses, supportedPositions, supporting } from './views/evidence.ts';
export { FigureGroup, figureGroups } from './views/figures.ts';
export { beyondMandate, MandateView, mandatesOf } from './views/mandates.ts';
export { Movement, movementOf } from './views/movement.ts';
export { tableOf } from './views/table.ts';
export { CellView, ColumnView, RowView, StanceView, TableView } from './views/table-view.ts';
export { contestedPairs, type Held, holdsOn, validities } from './views/validity.ts';
export { CaseDetails } from './words/case-details.ts';
export { Compartment, PUBLIC } from './words/compartment.ts';
export { Condition, Conflict, ConflictOption, Decider, NamedState, optionsOf, Pattern } from './words/conflict.ts';
export { Cue } from './words/cue.ts';
export { DeclinedOffer } from './words/declined-offer.ts';
export { Delegation, Mandate } from './words/delegation.ts';
export { DELIVERY_OUTCOMES, Delivery } from './words/delivery.ts';
export { Destruction } from './words/destruction.ts';
export { AFTER_ALL, BEFORE_ALL, Day, EdtfDate, firstDay, isEdtfDate, lastDay } from './words/edtf-date.ts';
export { Exchange, ExchangeItem, ITEM_KINDS, ItemKind, Range } from './words/exchange.ts';
export { Figure, Qualifier } from './words/figure.ts';
export { Credibility, Reliability } from './words/grade.ts';
export { Id, Instant, Sha256 } from './words/id.ts';
export { Issue, Option } from './words/issue.ts';
export { type Body, type BodyInput, KIND_NAMES, KINDS, type Kind } from './words/kinds.ts';
export { Label, LanguageTag, labelText } from './words/label.ts';
export {
  geometryFault,
  type LineCoordinates,
  MADE_HOW,
  MAP_CATEGORIES,
  MAP_SHAPES,
  MadeHow,
  MapCategory,
  MapFeature,
  MapFeatureDetails,
  type MapPosition,
  MapShape,
  MOST_POSITIONS,
  type PlaceCoordinates,
  positionCount,
  type ZoneCoordinates,
} from './words/map-feature.ts';
export { PackageRule } from './words/package-rule.ts';
export { pageAt } from './words/page-at.ts';
export { Faction, Party, ThirdParty } from './words/party.ts';
export { MOST_CELLS, Population, type PopulationCellOfCase, PopulationDetails } from './words/population.ts';
export { Position } from './words/position.ts';
export { Preference, PreferenceStatement, preferenceOptions } from './words/preference.ts';
export { NoDealPoint, PackageComparison, PackageOptions, Priority, ShareRange } from './words/priority.ts';
export { Proposal } from './words/proposal.ts';
export { Schedule, type ScheduleStep } from './words/schedule.ts';
export { AttributionRule, Content, PageStart, Source } from './words/source.ts';
export { Span, spanFits, spanOf } from './words/span.ts';
export { allows, STANCES, Stance, VOICES, Voice } from './words/stance.ts';
export { Relay, Speaker, STRENGTHS, Statement, StatementLink, Strength } from './words/statement.ts';
export { Weighing } from './words/weighing.ts';
