import { difference } from './difference.ts';
import type { Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import type { Overlay } from './overlay.ts';

/** A zone that a party claims. */
export interface Claim {
  readonly party: string;
  readonly zone: Zone;
}

/** What exactly these parties claim, and no other of those given. */
export interface ClaimedBy {
  readonly parties: readonly string[];
  readonly zone: Zone;
}

/**
 * Who claims what: for each set of parties the zone that they claim and the others do not. Sets that claim nothing of
 * their own are left out. Where one party claims it all is uncontested only if nobody else was asked about it.
 *
 * @param claims one for each party; the work doubles with each at worst
 */
export function contested(overlay: Overlay, claims: readonly Claim[]): ClaimedBy[] {
  let pieces: ClaimedBy[] = [];
  for (const { party, zone } of claims) {
    let rest = zone;
    const next: ClaimedBy[] = [];
    for (const piece of pieces) {
      next.push({ parties: piece.parties, zone: difference(overlay, piece.zone, zone) });
      next.push({ parties: [...piece.parties, party], zone: overlap(overlay, piece.zone, zone) });
      rest = difference(overlay, rest, piece.zone);
    }
    next.push({ parties: [party], zone: rest });
    pieces = next.filter((piece) => piece.zone.length > 0);
  }
  return pieces.sort((a, b) => a.parties.length - b.parties.length);
}
