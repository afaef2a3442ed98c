import type { Decision, Statement, Voice } from '../api/types.ts';

/**
 * The position that a statement bears out once it is accepted: of its speaker's party, on the option
 * and with the stance of its first full link, from the day it was said or else published.
 * Undefined where party, option or stance is not known.
 */
export function positionOf(statement: Statement, published: string | null | undefined): Decision['position'] {
  const { partyId, factionId } = statement.speaker;
  const link = statement.links.find((one) => one.optionId !== undefined && one.stance !== undefined);
  if (partyId === undefined || link?.optionId === undefined || link.stance === undefined) return undefined;
  const from = statement.saidOn ?? published ?? undefined;
  return {
    partyId,
    ...(factionId !== undefined && { factionId }),
    issueId: link.issueId,
    optionId: link.optionId,
    stance: link.stance,
    voice: voiceOf(statement),
    ...(from !== undefined && { from }),
  };
}

/** The voice that a statement was given, or the one that its speaker suggests. */
export function voiceOf({ voice, speaker }: Pick<Statement, 'voice' | 'speaker'>): Voice {
  if (voice !== undefined) return voice;
  if (speaker.anonymous) return 'anonymous';
  return /\bspokes(?:man|woman|person|people)\b/i.test(`${speaker.role ?? ''} ${speaker.name}`) ? 'spokesperson' : 'official';
}
