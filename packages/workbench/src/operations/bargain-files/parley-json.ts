import type { AdditiveProfile, BargainDomain } from '@parley/methods';
import { z } from 'zod';
import { brokenFile } from './bargain-file.ts';

const OptionOf = z.object({ issueId: z.string(), optionId: z.string() });
const Named = z.object({ id: z.string(), name: z.string() });
const Package = z.record(z.string(), z.string());
const Values = z.record(z.string(), z.number());

const NoDeal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('package'), package: Package }),
  z.object({ kind: z.literal('level'), value: z.number() }),
  z.object({ kind: z.literal('range'), low: z.number(), high: z.number() }),
  z.object({ kind: z.literal('unknown') }),
]);

const Constraint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exclude'), options: z.array(OptionOf), reason: z.string().exactOptional() }),
  z.object({ kind: z.literal('require'), when: z.array(OptionOf), needs: z.array(OptionOf), reason: z.string().exactOptional() }),
  z.object({ kind: z.literal('floor'), option: OptionOf, reason: z.string().exactOptional() }),
]);

/** A bargain as one JSON value: what `--export FILE.json` writes. */
const BargainJson = z.object({
  bargain: z.literal(1),
  issues: z.array(Named.extend({ options: z.array(Named) })),
  parties: z.array(Named),
  constraints: z.array(Constraint).default([]),
  missingMandates: z.array(z.object({ partyId: z.string(), issueId: z.string() })).default([]),
  profiles: z.array(
    z.object({
      partyId: z.string(),
      weights: Values,
      values: z.record(z.string(), Values),
      terms: z.array(z.object({ options: z.array(OptionOf), value: z.number() })).default([]),
      noDeal: NoDeal,
    }),
  ),
});

/** Reads what `parleyJson` writes. Throws a UserError that names the first field at fault. */
export function readParleyJson(json: unknown, fileName: string): { domain: BargainDomain; profiles: AdditiveProfile[] } {
  const { data, error } = BargainJson.safeParse(json);
  if (data === undefined) throw brokenFile(fileName, `is no bargain: ${error?.issues[0]?.path.join('.')}: ${error?.issues[0]?.message}`);
  const { bargain: _, profiles, ...domain } = data;
  return { domain, profiles };
}

export function parleyJson({ issues, parties, constraints, missingMandates }: BargainDomain, profiles: readonly AdditiveProfile[]): string {
  return `${JSON.stringify({ bargain: 1, issues, parties, constraints, missingMandates, profiles }, null, 2)}\n`;
}
