/**
 * How well the reader finds attributions, against hand-made ones (PolNeAR's dev part), with the
 * scorer beside the data. Skips with a reason where the data, the scorer or Python is absent.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from '@parley/reader';

export const name = 'polnear';

export async function run(): Promise<Record<string, number | string>> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const data = resolve(root, process.env.PARLEY_DATA ?? '../shared/data');
  const gold = join(data, 'polnear', 'dev');
  const scorer = resolve(data, '..', 'tools', 'score-attribution.py');
  if (!existsSync(gold)) return { skipped: `no marked articles at ${gold}; set PARLEY_DATA to the folder that holds polnear/dev` };
  if (!existsSync(scorer)) return { skipped: `no scorer at ${scorer}` };
  const predictions = mkdtempSync(join(tmpdir(), 'parley-polnear-'));
  try {
    for (const file of readdirSync(join(gold, 'text'))) {
      const reading = readText(readFileSync(join(gold, 'text', file), 'utf8'));
      writeFileSync(join(predictions, file.replace(/\.txt$/, '.json')), JSON.stringify(reading));
    }
    const scored = spawnSync('python3', [scorer, gold, predictions], { encoding: 'utf8' });
    if (scored.error) return { skipped: `python3 does not run (${scored.error.message})` };
    if (scored.status !== 0) throw new Error(`the scorer failed: ${scored.stderr || scored.stdout}`);
    return figuresOf(scored.stdout);
  } finally {
    rmSync(predictions, { recursive: true, force: true });
  }
}

/** The matched measures, the whole attribution and the recall by kind, out of the scorer's lines. */
function figuresOf(output: string): Record<string, number | string> {
  const figures: Record<string, number | string> = {};
  for (const line of output.split('\n')) {
    const matched = /^(Source|Cue|Content)\s+matched\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)/.exec(line);
    if (matched) {
      const role = (matched[1] as string).toLowerCase();
      figures[`${role} precision`] = Number(matched[2]);
      figures[`${role} recall`] = Number(matched[3]);
      figures[`${role} F1`] = Number(matched[4]);
    }
    const whole = /^attribution\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)/.exec(line);
    if (whole) {
      figures['attribution precision'] = Number(whole[1]);
      figures['attribution recall'] = Number(whole[2]);
      figures['attribution F1'] = Number(whole[3]);
    }
    const kind = /^recall of (\w+)\s+([\d.]+)/.exec(line);
    if (kind) figures[`recall of ${kind[1]}`] = Number(kind[2]);
  }
  return figures;
}
