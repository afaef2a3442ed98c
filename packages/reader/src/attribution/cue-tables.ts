import { CUE_COUNTS, CUE_SETTING_COUNTS, RARE_CUE_COUNTS } from '../lexicon/cue-counts.ts';
import { OWN_CUE_COUNTS, SPEAKING, SPEECHLESS } from '../lexicon/own-cue-counts.ts';
import type { CueTables } from './cue-score.ts';

/** The cue tables that ship, with every margin summed up. */
export const CUE_TABLES: CueTables = readTables();

function readTables(): CueTables {
  const tables = new Map<string, [number, number]>();
  const add = (key: string, counts: [number, number]): void => {
    const sum = tables.get(key);
    if (sum) {
      sum[0] += counts[0];
      sum[1] += counts[1];
    } else tables.set(key, [...counts]);
  };
  const addAll = (keys: string[], counts: [number, number]): void => {
    for (const key of keys) add(key, counts);
  };
  for (const entry of `${CUE_COUNTS.trim()};${OWN_CUE_COUNTS.trim()}`.split(/[;\n]/)) {
    const [word = '', ...forms] = entry.split('|');
    for (const line of forms) {
      const [form = '', ...pairs] = line.split(' ');
      for (let i = 0; i + 1 < pairs.length; i += 2) {
        const next = pairs[i] as string;
        addAll(
          [`w ${word} ${form} ${next}`, `w ${word} ${form}`, `w ${word}`, `f ${form} ${next}`, `f ${form}`, 'all'],
          countsOf(pairs[i + 1] as string),
        );
      }
    }
  }
  for (const entry of RARE_CUE_COUNTS.trim().split(/[;\n]/)) {
    const [form = '', next = '', counts = ''] = entry.split(' ');
    addAll([`f ${form} ${next}`, `f ${form}`, 'all'], countsOf(counts));
  }
  for (const entry of CUE_SETTING_COUNTS.trim().split(/[;\n]/)) {
    const at = entry.lastIndexOf(' ');
    add(entry.slice(0, at), countsOf(entry.slice(at + 1)));
  }
  for (const noun of SPEECHLESS) for (const form of ['F', 'G', 'T', 'P']) add(`h ${form} ${noun}`, [0, 10]);
  for (const noun of SPEAKING) for (const form of ['F', 'G']) add(`h ${form} ${noun}`, [7, 10]);
  return tables;
}

function countsOf(text: string): [number, number] {
  const [cues, all] = text.split('/');
  return [Number(cues), Number(all)];
}
