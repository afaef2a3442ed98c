import { type Stance, UserError } from '@parley/model';
import { type BargainPackage, placesOfPackage } from '../domain.ts';
import type { StanceRange } from './holder.ts';
import { isAbove } from './order.ts';
import type { ReadyOrders } from './ready-orders.ts';
import { STANCE_RANK } from './stated-items.ts';

/** An option as a party spoke of it, and the ids of what it rests on. */
export interface OptionAsStated {
  readonly optionId: string;
  /** Null where nothing was stated; where voices differ, the lowest. */
  readonly stance: Stance | null;
  readonly upTo: Stance | null;
  readonly evidence: readonly string[];
}

/**
 * What a package is to a party on one issue, against what it asks for:
 *
 * - `gets`: what it demands, or the best of what it spoke of;
 * - `settles`: less than that, and still something that it accepts or may accept;
 * - `gives`: something that it rejects;
 * - `crosses`: a red line;
 * - `unstated`: something it said nothing of.
 */
export type GiveKind = 'gets' | 'settles' | 'gives' | 'crosses' | 'unstated';

export interface IssueGive {
  readonly issueId: string;
  readonly kind: GiveKind;
  readonly inPackage: OptionAsStated;
  /** What it asks for: the options demanded, else those of its highest stance if that is more than rejecting; may be empty. */
  readonly asksFor: readonly OptionAsStated[];
  /** Its delegation may not decide this issue. */
  readonly beyondMandate: boolean;
}

export interface PartyGives {
  readonly partyId: string;
  readonly issues: readonly IssueGive[];
}

/** What each party gives up and gets in a package against its demands, issue by issue, with the positions or statements behind it. */
export function gives({ orders: { domain }, parties }: ReadyOrders, chosen: BargainPackage): PartyGives[] {
  const places = placesOfPackage(domain.issues, chosen);
  return parties.map(({ id, holder }) => ({
    partyId: id,
    issues: domain.issues.map((issue, at): IssueGive => {
      const known = holder.issues[at];
      if (known === undefined) throw new UserError(`there is no issue "${issue.id}"`, { cure: 'name an issue of this case' });
      const option = places[at] as number;
      const stanceOf = (place: number): OptionAsStated => asStated(issue.options[place]?.id ?? '', known.stances[place] ?? null);
      const highest = Math.max(STANCE_RANK.rejects, ...known.stances.map((stance) => stance?.low ?? STANCE_RANK.rejects));
      const asked = issue.options.flatMap((_, place) =>
        highest > STANCE_RANK.rejects && known.stances[place]?.low === highest ? [place] : [],
      );
      // Of several, those that it ranked below another are no longer what it asks for.
      const best = asked.filter((place) => !asked.some((other) => isAbove(known.order, other, place)));
      return {
        issueId: issue.id,
        kind: kindOf(known.stances[option] ?? null, best.includes(option)),
        inPackage: stanceOf(option),
        asksFor: best.map(stanceOf),
        beyondMandate: domain.missingMandates.some((missing) => missing.partyId === id && missing.issueId === issue.id),
      };
    }),
  }));
}

function kindOf(stance: StanceRange | null, isBest: boolean): GiveKind {
  if (stance === null) return 'unstated';
  if (isBest) return 'gets';
  if (stance.high === STANCE_RANK.redLine) return 'crosses';
  return stance.low < STANCE_RANK.mayAccept ? 'gives' : 'settles';
}

const STANCE_AT: readonly Stance[] = ['redLine', 'rejects', 'mayAccept', 'accepts', 'demands'];

function asStated(optionId: string, stance: StanceRange | null): OptionAsStated {
  if (stance === null) return { optionId, stance: null, upTo: null, evidence: [] };
  const upTo = stance.high === stance.low ? null : (STANCE_AT[stance.high] ?? null);
  return { optionId, stance: STANCE_AT[stance.low] ?? null, upTo, evidence: stance.evidence };
}
