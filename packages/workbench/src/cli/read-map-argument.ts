import { existsSync } from 'node:fs';
import type { MapBytes } from '../operations/terrain/read-named-map.ts';
import { readReport } from './read-report.ts';

/** A map file, or with `FILE#NAME` what of it has this name or code. A file whose own name has a # in it goes first. */
export function readMapArgument(words: string): MapBytes {
  const at = words.lastIndexOf('#');
  if (at < 1 || existsSync(words)) return { name: words, bytes: readReport(words) };
  return { name: words, bytes: readReport(words.slice(0, at)), only: words.slice(at + 1) };
}
