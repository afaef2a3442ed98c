import type { Movement } from '@parley/model';
import { dayNumber } from '../text/dates.ts';

const STANCE_ORDER = ['demands', 'accepts', 'mayAccept', 'rejects', 'redLine'];

export interface StepLine {
  readonly optionId: string;
  /** The `d` of an SVG path: level while a stance holds, a step when it changes. */
  readonly path: string;
  /** Where it changed, in the drawing's units. */
  readonly changes: readonly { readonly x: number; readonly y: number }[];
}

interface Frame {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/**
 * The movement of a cell as stepped lines, one an option: across from the first day to the last, up
 * and down by stance, demands at the top and a red line at the bottom. All cells of a table share
 * the days, so that their lines can be compared.
 */
export function stepLines(movement: Movement, { firstDay, lastDay, width, height, margin }: Frame): StepLine[] {
  const [first, last] = [dayNumber(firstDay), Math.max(dayNumber(lastDay), dayNumber(firstDay) + 1)];
  const xOf = (day: string) =>
    round(margin + ((Math.min(Math.max(dayNumber(day), first), last) - first) / (last - first)) * (width - 2 * margin));
  const yOf = (stance: string) => round(margin + (STANCE_ORDER.indexOf(stance) / (STANCE_ORDER.length - 1)) * (height - 2 * margin));
  return movement.lines.map(({ optionId, points }) => {
    const changes: { x: number; y: number }[] = [];
    let path = '';
    points.forEach(({ day, stance }, index) => {
      const [x, y] = [xOf(day), yOf(stance)];
      path += index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
      if (index > 0 && points[index - 1]?.stance !== stance) changes.push({ x, y });
    });
    return { optionId, path: `${path}H${round(width - margin)}`, changes };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
