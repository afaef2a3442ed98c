import { labelText } from '@parley/model';
import type { SheetPoint } from './sheet-plane.ts';
import { isRightToLeft, plainText, type WrittenFeature } from './written-map.ts';

/** A text that stands at a place of the sheet. */
export interface SheetLabel {
  readonly text: string;
  readonly isRightToLeft: boolean;
  /** Its middle, on the line that letters stand on. */
  readonly at: SheetPoint;
}

/** What is taken up on the sheet. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The frame that labels stay in, and how wide and high one is. */
export interface LabelOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly measure: (text: string) => readonly [width: number, height: number];
}

/** The side of the square that the letter of a map takes up. */
export const LETTER = 12;

/** A box of a width and height about its middle. */
export function boxAbout([x, y]: SheetPoint, [width, height]: readonly [number, number]): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Beside its anchor where it stands free and within the frame: below, above, right, left; else nowhere. */
export function labelFor(
  feature: WrittenFeature,
  anchor: SheetPoint | null,
  taken: Box[],
  { x: left, y: top, width: wide, height: high, measure }: LabelOptions,
): SheetLabel | null {
  const text = plainText(labelText(feature.name));
  if (anchor === null || text === '') return null;
  const [width, height] = measure(text);
  const [x, y] = anchor;
  const aside = (width + LETTER) / 2 + 2;
  const over = (height + LETTER) / 2;
  const offsets: readonly SheetPoint[] = [
    [0, over],
    [0, -over],
    [aside, 0],
    [-aside, 0],
    [aside, over],
    [-aside, over],
    [aside, -over],
    [-aside, -over],
  ];
  for (const [dx, dy] of offsets) {
    const box = boxAbout([x + dx, y + dy], [width, height]);
    const fits = box.left >= left && box.right <= left + wide && box.top >= top && box.bottom <= top + high;
    if (!fits || !isFree(box, taken)) continue;
    taken.push(box);
    return { text, isRightToLeft: isRightToLeft(text), at: [x + dx, y + dy + height * 0.3] };
  }
  return null;
}

/** Whether nothing that is taken up reaches into a box. */
export function isFree(box: Box, taken: readonly Box[]): boolean {
  return !taken.some((other) => meets(box, other));
}

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
