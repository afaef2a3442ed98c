/**
 * How fast shares of sampled preferences are found: 10,000 profiles of two parties over ten issues, each issue's options
 * and the issues themselves fully ranked, opposed; with the frontier, the Nash and the leximin point of every profile.
 * No package that does this is known to us, so no peer stands beside it.
 */
import { acceptability, type BargainDomain, readyOrders, type StatedParty } from '@parley/methods';

const SAMPLES = 10_000;

export async function run(): Promise<Record<string, number | string>> {
  const figures: Record<string, number | string> = {};
  for (const options of [3, 4, 5]) {
    const ready = readyOrders({ domain: domainOf(10, options), stated: statedOf(10, options) });
    const times: number[] = [];
    const worked: number[] = [];
    let everEfficient = 0;
    for (let turn = 0; turn < 7; turn += 1) {
      const start = performance.now();
      const before = process.cpuUsage().user;
      everEfficient = acceptability(ready, { samples: SAMPLES, seed: turn }).everEfficient;
      times.push(performance.now() - start);
      worked.push((process.cpuUsage().user - before) / 1000);
    }
    figures[`${options} options an issue: ms for 10,000 profiles`] = Math.round(median(times));
    figures[`${options} options an issue: of which ms of the processor`] = Math.round(median(worked));
    figures[`${options} options an issue: packages ever efficient`] = everEfficient;
  }
  figures['peak memory MB'] = Math.round(process.resourceUsage().maxRSS / 1024);
  return figures;
}

function domainOf(issues: number, options: number): BargainDomain {
  return {
    issues: Array.from({ length: issues }, (_, issue) => ({
      id: `i${issue}`,
      name: `i${issue}`,
      options: Array.from({ length: options }, (_, option) => ({ id: `o${option}`, name: `o${option}` })),
    })),
    parties: ['p', 'q'].map((id) => ({ id, name: id })),
    constraints: [],
    missingMandates: [],
  };
}

function statedOf(issues: number, options: number): StatedParty[] {
  const ids = Array.from({ length: issues }, (_, issue) => `i${issue}`);
  const ranked = Array.from({ length: options }, (_, option) => `o${option}`);
  const of = (partyId: string, order: <T>(all: readonly T[]) => T[]): StatedParty => ({
    partyId,
    rankings: ids.map((issueId) => ({ issueId, optionIds: order(ranked) })),
    importance: [{ issueIds: order(ids) }],
    noDeal: { kind: 'level', level: 0.3 },
  });
  return [of('p', (all) => [...all]), of('q', (all) => [...all].reverse())];
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}
