/**
 * Native GEOS beside ours, through Python's shapely where it is installed: `PARLEY_SHAPELY_PYTHON` names the Python that has
 * it, else `python3` is asked.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Zone = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** In milliseconds: with coordinates read and written as ours are, and the operation alone. */
interface NativeTimes {
  readonly geos: string;
  readonly wholeMs: number;
  readonly aloneMs: number;
}

/** The intersection of two zones by native GEOS on a grid; a sentence where it cannot be had. */
export function nativeIntersection(first: Zone, second: Zone, gridSize: number, runs: number): NativeTimes | string {
  const python = process.env.PARLEY_SHAPELY_PYTHON ?? 'python3';
  const asked = spawnSync(python, ['-c', 'import shapely']);
  if (asked.status !== 0) return `${python} has no shapely; name one that has as PARLEY_SHAPELY_PYTHON`;
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    const files = [first, second].map((zone, at) => {
      const file = join(folder, `${at}.wkb`);
      writeFileSync(file, polygonWkb(zone[0] ?? []));
      return file;
    });
    const script = fileURLToPath(new URL('./_native-geos.py', import.meta.url));
    const { stdout, stderr, status } = spawnSync(python, [script, ...files, String(gridSize), String(runs)], { encoding: 'utf8' });
    return status === 0 ? (JSON.parse(stdout) as NativeTimes) : `shapely failed: ${stderr.trim().split('\n').at(-1)}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Well-known binary, little-endian. */
function polygonWkb(rings: Zone[number]): Uint8Array {
  const view = new DataView(new ArrayBuffer(9 + rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 0)));
  view.setUint8(0, 1);
  view.setUint32(1, 3, true);
  view.setUint32(5, rings.length, true);
  let at = 9;
  for (const ring of rings) {
    view.setUint32(at, ring.length, true);
    at += 4;
    for (const [x, y] of ring) {
      view.setFloat64(at, x, true);
      view.setFloat64(at + 8, y, true);
      at += 16;
    }
  }
  return new Uint8Array(view.buffer);
}
