/**
 * The longest round length (1, 2 or 5 times a power of ten, in metres) whose bar is not longer than `mostPixels`, and how
 * long its bar is: the geodesic from one end of the bar to the other has that length. Null where the bar leaves the earth.
 *
 * @param metersAlong the distance from the bar's start to so many pixels along it; null outside the picture of the earth
 */
export function scaleBarLength(
  metersAlong: (pixels: number) => number | null,
  mostPixels: number,
): { meters: number; pixels: number } | null {
  const most = metersAlong(mostPixels);
  if (most === null || !(most > 0)) return null;
  const meters = roundBelow(most);
  let [low, high] = [0, mostPixels];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if ((metersAlong(middle) ?? Infinity) < meters) low = middle;
    else high = middle;
  }
  return { meters, pixels: high };
}

function roundBelow(meters: number): number {
  const power = 10 ** Math.floor(Math.log10(meters));
  const lead = [5, 2].find((one) => one * power <= meters) ?? 1;
  return lead * power;
}
