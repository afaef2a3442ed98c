export {
  type BargainConstraint,
  type BargainDomain,
  type BargainIssue,
  type BargainOption,
  type BargainPackage,
  type BargainParty,
  checkDomain,
  type MissingMandate,
  type OptionOf,
  type OptionPlaces,
} from './domain.ts';
