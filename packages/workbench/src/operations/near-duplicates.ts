import { type Id, type Version, widening } from '@parley/model';
import { sharedShare, sketchOf, type TextSketch } from '@parley/reader';
import type { CaseSession } from './case-session.ts';

/** A source whose text is much like another text. */
export interface SimilarSource {
  readonly sourceId: Id;
  /** Estimated share of their five-word stretches that the two have in common, from .7 to 1. */
  readonly share: number;
}

/** From here on two reports are mostly the same words. */
const LEAST_SHARE = 0.7;
/**
 * Least hashes by which candidates are found. Two texts with a share of .7 have one of these in
 * common but for one case in some hundred million (.3 to the 16th).
 */
const INDEXED_HASHES = 16;

/**
 * The sources of a case that are near duplicates of a text, the nearest first. Only those that an
 * entry in `compartment` may name: to tell of the others would say that they are there.
 */
export async function nearDuplicates(session: CaseSession, text: string, compartment: Id): Promise<SimilarSource[]> {
  const visible = new Set(widening(session.record, compartment));
  const sources = [...session.record.of('source').values()].filter(({ entry }) => visible.has(entry.compartment));
  const kept = await sketchesOf(session, new Set(sources.map(({ body }) => body.text.sha256)));
  const sketch = sketchOf(text);
  const candidates = new Set([...sketch.slice(0, INDEXED_HASHES)].flatMap((hash) => [...(kept.byHash.get(hash) ?? [])]));
  const similar: SimilarSource[] = [];
  for (const { id, body } of sources) {
    const other = candidates.has(body.text.sha256) ? kept.byText.get(body.text.sha256) : undefined;
    const share = other === undefined ? 0 : sharedShare(sketch, other);
    if (share >= LEAST_SHARE) similar.push({ sourceId: id, share });
  }
  return similar.sort((a, b) => b.share - a.share || (a.sourceId < b.sourceId ? -1 : 1));
}

/** Every two of some sources that are near duplicates of each other. */
export async function nearDuplicatesAmong(
  session: CaseSession,
  sources: readonly Version<'source'>[],
): Promise<{ first: Version<'source'>; second: Version<'source'>; share: number }[]> {
  const kept = await sketchesOf(session, new Set(sources.map(({ body }) => body.text.sha256)));
  const byText = Map.groupBy(sources, ({ body }) => body.text.sha256);
  const pairs: { first: Version<'source'>; second: Version<'source'>; share: number }[] = [];
  for (const [sha256, same] of byText) {
    const sketch = kept.byText.get(sha256);
    if (sketch === undefined) continue;
    const candidates = new Set([...sketch.slice(0, INDEXED_HASHES)].flatMap((hash) => [...(kept.byHash.get(hash) ?? [])]));
    for (const other of candidates) {
      if (other < sha256) continue;
      const share = other === sha256 ? 1 : sharedShare(sketch, kept.byText.get(other) as TextSketch);
      if (share < LEAST_SHARE) continue;
      const others = byText.get(other) ?? [];
      same.forEach((first, at) => {
        for (const second of other === sha256 ? others.slice(at + 1) : others) pairs.push({ first, second, share });
      });
    }
  }
  return pairs;
}

interface Sketches {
  /** By the digest of the text. */
  readonly byText: Map<string, TextSketch>;
  readonly byHash: Map<number, Set<string>>;
}

/** Kept as long as the case is open, so that each text is looked at once however many reports are added. */
const KEPT = new WeakMap<CaseSession, Sketches>();

async function sketchesOf(session: CaseSession, texts: ReadonlySet<string>): Promise<Sketches> {
  const kept = KEPT.get(session) ?? { byText: new Map<string, TextSketch>(), byHash: new Map<number, Set<string>>() };
  KEPT.set(session, kept);
  for (const sha256 of texts) {
    if (kept.byText.has(sha256)) continue;
    const bytes = await session.log.content(sha256);
    if (bytes === null) continue;
    const sketch = sketchOf(new TextDecoder().decode(bytes));
    kept.byText.set(sha256, sketch);
    for (const hash of sketch.slice(0, INDEXED_HASHES)) {
      const sharing = kept.byHash.get(hash);
      if (sharing === undefined) kept.byHash.set(hash, new Set([sha256]));
      else sharing.add(sha256);
    }
  }
  return kept;
}
