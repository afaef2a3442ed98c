import type { Json } from './json.ts';

/**
 * What a file calls a feature: its `name`, `title` or `label`, else the name of the deepest administrative level (OCHA's
 * `adm2_name` or `ADM2_EN`, GADM's `NAME_2`), else another property that is plainly a name; null where there is none.
 */
export function nameOfFeature(properties: Json): string | null {
  let best: { readonly rank: number; readonly name: string } | null = null;
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const rank = rankOf(key.toLowerCase());
    if (rank > (best?.rank ?? 0)) best = { rank, name: value };
  }
  return best?.name ?? null;
}

/** The higher, the better; 0 for what is no name. */
function rankOf(key: string): number {
  const first = ['label', 'title', 'name'].indexOf(key);
  if (first !== -1) return 100 + first;
  const level = /^(?:adm(\d)_(?:name|en)|name_(\d))$/.exec(key);
  if (level !== null) return 10 + Number(level[1] ?? level[2]);
  return OTHERS.has(key) ? 1 : 0;
}

const OTHERS: ReadonlySet<string> = new Set(['name_en', 'name_long', 'nameen', 'shapename', 'placename', 'full_name', 'nom', 'nombre']);
