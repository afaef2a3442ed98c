import type { StabilityLabels } from '../narrate.ts';
import type { Guarantee, GuaranteeChange } from './guarantee-result.ts';

/** The most ends of a sanction that are named. */
const MOST_ENDS = 5;

/** The changes of one guarantee in English, a sentence each. `state` is the one that is to hold. */
export function guaranteeText({ changes }: Pick<Guarantee, 'changes'>, state: number, labels: StabilityLabels): string[] {
  return changes.map((change) => sentence(change, state, labels));
}

function sentence(change: GuaranteeChange, state: number, labels: StabilityLabels): string {
  const name = labels.decider(change.decider);
  if (change.kind === 'promotion') return `${labels.state(state)} rises ${placesText(change.places)} in the order of ${name}.`;
  if (change.kind === 'penalty') {
    return `A penalty on the move of ${name} from ${labels.state(change.from)} to ${labels.state(change.to)} outweighs ${placesText(change.places)} of its order.`;
  }
  if (change.kind === 'lock') return `${name} can no longer move from ${labels.state(change.from)} to ${labels.state(change.to)}.`;
  const ends = change.ends.slice(0, MOST_ENDS).map((end) => labels.state(end));
  const more = change.ends.length > MOST_ENDS ? ` or one of ${change.ends.length - MOST_ENDS} more` : '';
  return `A guarantor answers the move of ${name} to ${labels.state(change.from)} by going on to ${ends.join(' or ')}${more}.`;
}

function placesText(places: number): string {
  return places === 1 ? '1 place' : `${places} places`;
}
