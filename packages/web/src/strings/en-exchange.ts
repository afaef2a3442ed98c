import type { Catalogue } from './catalogue.ts';

/** The strings of the exchange view. Classes of people are put in order, never priced; Δ is "guarantee needed". */
export const enExchange = {
  'nav.exchange': 'Exchange',
  'keys.scope.exchange': 'In an exchange',
  'keys.goExchange': 'Go to the exchange',
  'keys.steps': 'From step to step',
  'keys.moveDay': 'Move the step a day earlier or later',
  'keys.moveStep': 'Move the step before or behind its neighbour',
} as const satisfies Catalogue;
