/** A share from 0 to 1 as a person writes it in per cent; empty where there is none. */
export function percentText(share: number | undefined): string {
  return share === undefined ? '' : String(Number((share * 100).toPrecision(12)));
}

/** The share that somebody wrote in per cent, from 0 to 1; undefined where there is none. */
export function percentIn(text: string): number | undefined {
  const written = text.trim().replace(',', '.').replace(/\s*%$/, '');
  const percent = Number(written);
  if (written === '' || !Number.isFinite(percent) || percent < 0 || percent > 100) return undefined;
  return Number((percent / 100).toPrecision(12));
}
