import { Id, Label, Stance } from '@parley/model';
import { z } from 'zod';
import { AsOf } from '../contract.ts';
import { MethodNote } from './method-note.ts';

/** What the server and the browser say to each other of bargaining. Results are for the mediator until released. */

const Standing = z.enum(['necessarily', 'possibly', 'never']).meta({
  id: 'BargainStanding',
  description: 'Under every preference consistent with what was said, under some, or under none',
});
const Package = z.record(Id, Id).meta({ id: 'BargainPackage', description: 'The id of an option for the id of each issue' });
const Share = z
  .object({ share: z.number(), error: z.number().meta({ description: 'Monte-Carlo error: one standard deviation' }) })
  .meta({ id: 'BargainShare', description: 'A share of sampled preferences; never a chance' });
const OptionOf = z.object({ issueId: Id, optionId: Id });
const AsStated = z.object({ optionId: Id, stance: Stance.nullable(), upTo: Stance.nullable(), evidence: z.array(Id) });

const PackageView = z
  .object({
    package: Package,
    feasible: z.boolean(),
    parties: z.array(
      z.object({
        partyId: Id,
        byStance: Standing,
        overNoDeal: Standing.nullable().meta({ description: 'Null where the no-deal point is unknown, and then not computed' }),
        acceptable: Standing,
        silentOn: z.array(Id),
        beyondMandate: z.array(Id),
      }),
    ),
    acceptableToAll: Standing,
    efficient: Standing.nullable(),
    /** What each party gives up and gets, issue by issue, with the positions behind it. */
    gives: z.array(
      z.object({
        partyId: Id,
        issues: z.array(
          z.object({
            issueId: Id,
            kind: z.enum(['gets', 'settles', 'gives', 'crosses', 'unstated']),
            inPackage: AsStated,
            asksFor: z.array(AsStated),
            beyondMandate: z.boolean(),
          }),
        ),
      }),
    ),
    shares: z.object({ individuallyRational: Share.nullable(), efficient: Share, nash: Share, leximin: Share }),
    proposals: z.array(Id).meta({ description: 'The proposals that are this package' }),
  })
  .meta({ id: 'BargainPackageView', description: 'A package, who could live with it, and what each gives up and gets' });

const Counts = z.object({ necessarily: z.int(), possibly: z.int(), never: z.int() });
const CellOption = z.object({ partyId: Id, factionId: Id.nullable(), issueId: Id, optionId: Id, positions: z.array(Id) });

export const BargainView = z
  .object({
    parties: z.array(z.object({ id: Id, name: Label })),
    issues: z.array(z.object({ id: Id, name: Label, options: z.array(z.object({ id: Id, name: Label })) })),
    /** How many packages break no constraint and cross no red line, and how many of these no stance bars. */
    feasible: z.int(),
    notBarred: z.int(),
    packages: z.array(PackageView),
    /** What somebody has put forward; the package is null where it leaves an issue open. */
    proposals: z.array(z.object({ id: Id, package: Package.nullable() })),
    /** The priorities and rules that were used, and those of which a part names what is not there. */
    priorities: z.array(Id),
    rules: z.array(Id),
    partlyUsed: z.array(Id),
    /** Whether every party has numbers for all, so that nothing is left to draw: see "exact". */
    hasNumbers: z.boolean(),
    /** The accepted statements behind each position, priority and rule that is named as evidence. */
    statements: z.record(Id, z.array(Id)),
    contested: z.array(CellOption),
    leftOut: z.array(Id).meta({ description: 'Issues without any option' }),
    missingMandates: z.array(z.object({ partyId: Id, issueId: Id })),
    noDealUnknown: z.array(Id),
    factionsNotUsed: z.array(Id),
    winsets: z.array(
      z.object({
        partyId: Id,
        packages: z.int(),
        ratified: Counts,
        factions: z.array(
          z.object({
            factionId: Id,
            acceptable: Counts,
            blocks: z.int(),
            hasVeto: z.boolean(),
            bars: z.array(OptionOf.extend({ stance: z.enum(['rejects', 'redLine']), evidence: z.array(Id) })),
          }),
        ),
      }),
    ),
    methods: z.array(MethodNote),
    compartments: z.array(Id).meta({ description: 'The narrowest compartments of what was used: where the result starts' }),
  })
  .meta({ id: 'BargainView', description: 'Which packages every party could live with, from what was said' });

const Move = OptionOf.extend({ partyId: Id, factionId: Id.nullable(), from: z.enum(['redLine', 'rejects']), evidence: z.array(Id) });

export const BargainOpenings = z
  .object({
    /** Packages that no stance bars already; where there are any, no openings are looked for. */
    acceptableAlready: z.int(),
    openings: z.array(
      z.object({
        moves: z.array(Move),
        opens: z.int(),
        packages: z.array(z.object({ package: Package, silent: z.array(OptionOf.extend({ partyId: Id })) })),
      }),
    ),
    audience: z.literal('mediator'),
    method: MethodNote,
    compartments: z.array(Id),
  })
  .meta({ id: 'BargainOpenings', description: 'The smallest sets of moves that open a package; for the mediator until released' });

const Effect = z.object({
  share: z.number(),
  open: z.number(),
  packages: z.int(),
  leading: z.array(z.object({ package: Package, share: z.number() })),
});

export const BargainQuestions = z
  .object({
    open: z.number().meta({ description: 'Bits open before any answer' }),
    packages: z.int(),
    questions: z.array(
      z.object({
        partyId: Id,
        ask: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('packages'), first: Package, second: Package }),
          z.object({ kind: z.literal('options'), issueId: Id, first: Id, second: Id }),
          z.object({ kind: z.literal('issues'), first: Id, second: Id }),
        ]),
        settles: z.number().meta({ description: 'The expected fall of what is open, in bits' }),
        ifFirst: Effect,
        ifSecond: Effect,
      }),
    ),
    audience: z.literal('mediator'),
    method: MethodNote,
    compartments: z.array(Id),
  })
  .meta({ id: 'BargainQuestions', description: 'What to ask next; for the mediator until released' });

const Values = z.array(z.number()).meta({ description: 'What it is worth to each party, on its scale from 0 to 1' });
const Point = z.object({ values: Values, packages: z.array(Package) });
const Rule = z.object({
  points: z.array(Point).meta({ description: 'All points that are equally good by the rule' }),
  none: z.enum(['noDealUnknown', 'noneRational', 'tooManyPackages']).nullable().meta({ description: 'Why it names no point' }),
  method: MethodNote,
});

export const BargainExact = z
  .object({
    parties: z.array(z.object({ id: Id, name: Label })),
    issues: z.array(z.object({ id: Id, name: Label, options: z.array(z.object({ id: Id, name: Label })) })),
    packages: z.string().meta({ description: 'How many packages are allowed, in digits' }),
    exact: z.boolean(),
    frontier: z.array(Point),
    guarantee: z.array(z.number()).nullable().meta({
      description: 'Where the frontier was cut off: for each party, how much better than all points given a package can be',
    }),
    rules: z.object({
      nash: Rule,
      kalaiSmorodinsky: Rule,
      egalitarian: Rule,
      utilitarian: Rule,
      leximin: Rule,
      equalLoss: Rule,
      fallback: Rule,
    }),
    noDeal: z
      .array(z.number().nullable())
      .meta({ description: 'The level of no deal for each party; null where it is a range or unknown' }),
    proposals: z.array(z.object({ id: Id, package: Package, values: Values })),
    method: MethodNote,
    compartments: z.array(Id),
  })
  .meta({ id: 'BargainExact', description: 'The frontier of a bargain where every party has numbers, and what each rule names' });

/** The bargain as files that Parley reads again. */
export const BARGAIN_FILES = ['csv', 'json'] as const;

export const BargainQuery = AsOf.extend({
  ratify: z
    .union([z.literal('all'), z.literal('majority'), z.string().regex(/^[1-9]\d?$/, 'a number of factions, "all" or "majority"')])
    .optional()
    .meta({ description: 'How factions decide: all of them, so many of them, or a majority; absent: they are not asked' }),
  samples: z.coerce.number().int().min(100).max(100_000).default(4000),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  packages: z.coerce.number().int().min(1).max(100).default(12),
});
