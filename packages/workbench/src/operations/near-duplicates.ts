import { type Id, type Version, widening } from '@parley/model';
import { sharedShare, sketchOf, type TextSketch } from '@parley/reader';
import type { CaseSession } from './case-session.ts';
import { keptSources } from './kept-sources.ts';

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
export async function nearDuplicates(session: CaseSession, sketch: TextSketch, compartment: Id): Promise<SimilarSource[]> {
  const visible = widening(session.record, compartment).map((one) => keptSources(session, one));
  for (const { texts } of visible) await sketchesOf(session, texts);
  const kept = await sketchesOf(session, []);
  const candidates = new Set([...sketch.slice(0, INDEXED_HASHES)].flatMap((hash) => [...(kept.byHash.get(hash) ?? [])]));
  const similar: SimilarSource[] = [];
  for (const text of candidates) {
    const ids = visible.flatMap(({ byText }) => byText.get(text) ?? []);
    const share = ids.length === 0 ? 0 : sharedShare(sketch, kept.byText.get(text) as TextSketch);
    if (share >= LEAST_SHARE) similar.push(...ids.map((sourceId) => ({ sourceId, share })));
  }
  return similar.sort((a, b) => b.share - a.share || (a.sourceId < b.sourceId ? -1 : 1));
}

/** Keeps the sketch of a text that was recorded, so that it need not be read again. */
export function keepSketch(session: CaseSession, sha256: string, sketch: TextSketch): void {
  put(keptOf(session), sha256, sketch);
}

/** Every two of some sources that are near duplicates of each other. */
export async function nearDuplicatesAmong(
  session: CaseSession,
  sources: readonly Version<'source'>[],
): Promise<{ first: Version<'source'>; second: Version<'source'>; share: number }[]> {
  const kept = await sketchesOf(session, [...new Set(sources.map(({ body }) => body.text.sha256))]);
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
  /** How many of a list of texts that only grows were looked at. */
  readonly done: WeakMap<Iterable<string>, number>;
}

/** Kept as long as the case is open, so that each text is looked at once however many reports are added. */
const KEPT = new WeakMap<CaseSession, Sketches>();

function keptOf(session: CaseSession): Sketches {
  const kept = KEPT.get(session) ?? { byText: new Map(), byHash: new Map(), done: new WeakMap() };
  KEPT.set(session, kept);
  return kept;
}

async function sketchesOf(session: CaseSession, texts: readonly string[]): Promise<Sketches> {
  const kept = keptOf(session);
  for (let at = kept.done.get(texts) ?? 0; at < texts.length; at++) {
    const sha256 = texts[at] as string;
    const bytes = kept.byText.has(sha256) ? null : await session.log.content(sha256);
    if (bytes !== null) put(kept, sha256, sketchOf(new TextDecoder().decode(bytes)));
    kept.done.set(texts, at + 1);
  }
  return kept;
}

function put(kept: Sketches, sha256: string, sketch: TextSketch): void {
  if (kept.byText.has(sha256)) return;
  kept.byText.set(sha256, sketch);
  for (const hash of sketch.slice(0, INDEXED_HASHES)) {
    const sharing = kept.byHash.get(hash);
    if (sharing === undefined) kept.byHash.set(hash, new Set([sha256]));
    else sharing.add(sha256);
  }
}
