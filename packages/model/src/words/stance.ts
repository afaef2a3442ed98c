import { z } from 'zod';

/** What a party says of an option, from the firmest wish to the firmest refusal. */
export const STANCES = ['demands', 'accepts', 'mayAccept', 'rejects', 'redLine'] as const;
export const Stance = z
  .enum(STANCES)
  .meta({ id: 'Stance', description: 'demands, accepts, may accept, rejects, or a red line that rules the option out' });
export type Stance = z.infer<typeof Stance>;

/** Who speaks for the party, from the most to the least authoritative. */
export const VOICES = ['official', 'spokesperson', 'anonymous'] as const;
export const Voice = z.enum(VOICES).meta({ id: 'Voice', description: 'official, spokesperson or anonymous' });
export type Voice = z.infer<typeof Voice>;

/** Whether a stance lets the option stand: demands, accepts or may accept. */
export function allows(stance: Stance): boolean {
  return stance === 'demands' || stance === 'accepts' || stance === 'mayAccept';
}
