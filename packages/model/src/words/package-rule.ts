import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

const OptionOfIssue = z.object({ issueId: Id, optionId: Id });
const Options = z.array(OptionOfIssue).max(50);

/**
 * What no package may break: options that exclude each other, options that require others, or a legal floor, which is
 * an option that no package may hold whatever the parties say. It is somebody's claim like any other, with its evidence.
 */
export const PackageRule = z
  .object({
    title: Label,
    rule: z.discriminatedUnion('kind', [
      /** No package holds all of them. */
      z.object({ kind: z.literal('exclude'), options: Options.min(2) }),
      /** A package that holds all of `when` holds all of `needs` too. */
      z.object({ kind: z.literal('require'), when: Options.min(1), needs: Options.min(1) }),
      /** No package holds it, by law. */
      z.object({ kind: z.literal('floor'), option: OptionOfIssue }),
    ]),
    /** Statements that speak for it. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'PackageRule', description: 'What no package may break: options that exclude or require others, or a legal floor' });
export type PackageRule = z.infer<typeof PackageRule>;

/** Every option that a rule names. */
export function namedInRule({ rule }: PackageRule): z.infer<typeof OptionOfIssue>[] {
  if (rule.kind === 'exclude') return rule.options;
  return rule.kind === 'floor' ? [rule.option] : [...rule.when, ...rule.needs];
}
