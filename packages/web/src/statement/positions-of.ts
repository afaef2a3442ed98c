import type { Decision, Statement, Voice } from '../api/types.ts';

type Position = NonNullable<Decision['position']>;

/**
 * The positions that a statement bears out once it is accepted: of its speaker's party, on the
 * option and with the stance of each full link, from the day it was said or else published. None
 * where party, option or stance is not known; of two links to one option the first counts.
 */
export function positionsOf(statement: Statement, published: string | null | undefined): Position[] {
  const { partyId, factionId } = statement.speaker;
  if (partyId === undefined) return [];
  const from = statement.saidOn ?? published ?? undefined;
  const positions: Position[] = [];
  for (const { issueId, optionId, stance } of statement.links) {
    if (optionId === undefined || stance === undefined) continue;
    if (positions.some((one) => one.issueId === issueId && one.optionId === optionId)) continue;
    positions.push({
      partyId,
      ...(factionId !== undefined && { factionId }),
      issueId,
      optionId,
      stance,
      voice: voiceOf(statement),
      ...(from !== undefined && { from }),
    });
  }
  return positions;
}

/** The voice that a statement was given, or the one that its speaker suggests. */
export function voiceOf({ voice, speaker }: Pick<Statement, 'voice' | 'speaker'>): Voice {
  if (voice !== undefined) return voice;
  if (speaker.anonymous) return 'anonymous';
  return /\bspokes(?:man|woman|person|people)\b/i.test(`${speaker.role ?? ''} ${speaker.name}`) ? 'spokesperson' : 'official';
}
