import type { components } from '../generated/api.d.ts';

type Schemas = components['schemas'];

export type BargainExact = Schemas['BargainExact'];
export type BargainOpenings = Schemas['BargainOpenings'];
export type BargainQuestions = Schemas['BargainQuestions'];
export type BargainView = Schemas['BargainView'];
export type CaseFile = Schemas['CaseFile'];
export type CellEvidence = Schemas['CellEvidence'];
export type Condition = Schemas['Condition'];
export type Conflict = Schemas['Conflict'];
export type Decision = Schemas['Decision'];
export type Decline = Schemas['Decline'];
export type Figure = Schemas['Figure'];
export type FigureGroup = Schemas['FigureGroup'];
export type Issue = Schemas['Issue'];
export type Label = Schemas['Label'];
export type KeptWord = Schemas['KeptWord'];
export type LexiconOffer = Schemas['LexiconOffer'];
export type LexiconWord = Schemas['LexiconWord'];
export type NewSource = Schemas['NewSource'];
type Party = Schemas['Party'];
export type Preference = Schemas['Preference'];
export type PackageRule = Schemas['PackageRule'];
export type Priority = Schemas['Priority'];
type ThirdParty = Schemas['ThirdParty'];
export type Recorded = Schemas['Recorded'];
export type RecordedSource = Schemas['RecordedSource'];
export type SearchResult = Schemas['SearchResult'];
export type SourcePage = Schemas['SourcePage'];
export type SourceSummary = Schemas['SourceSummary'];
export type Span = Schemas['Span'];
export type StabilityConcept = Schemas['StabilityConcept'];
export type StabilityView = Schemas['StabilityView'];
export type Stance = Schemas['Stance'];
export type StateStory = Schemas['StateStory'];
export type Statement = Schemas['Statement'];
export type StatementView = Schemas['StatementView'];
export type UtteranceGroup = Schemas['UtteranceGroup'];
export type Voice = Schemas['Voice'];

/** A statement as its source lists it, without the source around it. */
export type StatementInSource = Omit<StatementView, 'source' | 'excerpt' | 'page'>;

export type ExchangeLedger = Schemas['ExchangeLedger'];

/** As an answer is read: the client takes a fixed number of elements for any number. */
type Read<T> = T extends readonly (infer E)[] ? Read<E>[] : T extends object ? { [K in keyof T]: Read<T[K]> } : T;

export type MapEntry = Read<Schemas['MapFeatureView']>;
export type PopulationEntry = Read<Schemas['PopulationView']>;
export type MapFeatureCollection = Read<Schemas['MapFeatureCollection']>;
export type MapGeometry = MapFeatureCollection['features'][number]['geometry'];
export type MapFilePreview = Read<Schemas['ReadMapFile']>;
export type MapComparison = Read<Schemas['ComparedMaps']>['result'];
export type MapContested = Read<Schemas['ContestedFound']>['result'];
export type MapPhases = Read<Schemas['PhasesFound']>;
export type CompareMaps = Schemas['CompareMaps'];
export type ContestedMaps = Schemas['ContestedMaps'];
export type DifferenceOfMaps = Schemas['DifferenceOfMaps'];
export type PhaseMaps = Schemas['PhaseMaps'];
export type ShiftMaps = Schemas['ShiftMaps'];
export type BetweenMaps = Schemas['CompromiseMaps'];
export type ImportFields = Omit<Schemas['ImportMap'], 'name' | 'base64'>;
export type PopulationFields = Omit<Schemas['ImportPopulation'], 'name' | 'base64'>;

/** The kinds that the app reads and records as they are, with their bodies. */
export interface Bodies {
  case: Schemas['CaseDetails'];
  compartment: Schemas['Compartment'];
  party: Party;
  thirdParty: ThirdParty;
  delegation: Schemas['Delegation'];
  mandate: Schemas['Mandate'];
  issue: Issue;
  source: Schemas['Source'];
  statement: Statement;
  figure: Figure;
  proposal: Schemas['Proposal'];
  cue: Schemas['Cue'];
  conflict: Conflict;
  preference: Preference;
  priority: Priority;
  packageRule: PackageRule;
  exchange: Schemas['Exchange'];
  weighing: Schemas['Weighing'];
  schedule: Schemas['Schedule'];
  delivery: Schemas['Delivery'];
  mapFeature: Schemas['MapFeature'];
  population: Schemas['Population'];
}
export type Kind = keyof Bodies;

/** A body of a kind as the case holds it. */
export interface Kept<K extends Kind> {
  readonly id: string;
  readonly compartment: string;
  readonly receivedAt: string;
  readonly body: Bodies[K];
}
