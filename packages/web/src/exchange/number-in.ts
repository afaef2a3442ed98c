/** The number that somebody wrote, `D+7` as 7; undefined where there is none. */
export function numberIn(text: string): number | undefined {
  const found = /^\s*(?:D\s*\+?\s*)?(\d+(?:\.\d+)?)\s*$/i.exec(text);
  return found === null ? undefined : Number(found[1]);
}
