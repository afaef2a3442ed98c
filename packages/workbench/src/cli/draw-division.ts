import type { Division } from '@parley/methods';
import { plainText } from './terminal/string-width.ts';
import { styled } from './terminal/style.ts';

/** Who gets which part of what, by Adjusted Winner, as lines for a terminal. */
export function divisionLines({ parties, totals, shares, note }: Division, colour: boolean): string[] {
  const lines = parties.flatMap((party, at) => {
    const gets = shares.flatMap(({ issue, parts }) => {
      const part = parts[at as 0 | 1];
      return part.value === 0 ? [] : [`  ${plainText(part.exact === '1' ? issue : `${part.exact} of ${issue}`)}`];
    });
    const { exact, value } = totals[at as 0 | 1];
    const about = exact.includes('/') ? ` (about ${value.toFixed(2)})` : '';
    return [styled(plainText(`${party}: ${exact}${about} of its points`), 'firm', colour), ...gets, ''];
  });
  return [...lines, styled(`Adjusted Winner, ${note.source}`, 'quiet', colour)];
}
