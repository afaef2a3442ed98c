/** Keys as the address lists them. */
export function keysIn(listed: string | undefined): string[] {
  return (listed ?? '').split(',').filter(Boolean).map(decoded);
}

/** The reverse; undefined where there are none. */
export function listedKeys(keys: Iterable<string>): string | undefined {
  return [...keys].map((key) => encodeURIComponent(key)).join(',') || undefined;
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
