import type { Figure } from '../api/types.ts';
import { t } from '../strings/strings.ts';

/** A figure as claimed, with its hedge: "over 57,000", "about 40–50 trucks". */
export function figureInWords({ qualifier, low, high, unit }: Pick<Figure, 'qualifier' | 'low' | 'high' | 'unit'>): string {
  const number = low === high ? written(low) : `${written(low)}–${written(high)}`;
  const hedged = qualifier === 'exactly' ? number : t(`qualifier.${qualifier}`, { number });
  return unit ? `${hedged} ${unit}` : hedged;
}

function written(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 });
}
