import { z } from 'zod';

/** Reliability of a source, Admiralty code: A completely reliable … E unreliable, F cannot be judged. */
export const Reliability = z
  .enum(['A', 'B', 'C', 'D', 'E', 'F'])
  .meta({ id: 'Reliability', description: 'Reliability of a source, A–F (Admiralty code)' });
export type Reliability = z.infer<typeof Reliability>;

/** Credibility of a statement, Admiralty code: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const Credibility = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
  .meta({ id: 'Credibility', description: 'Credibility of a statement, 1–6 (Admiralty code)' });
export type Credibility = z.infer<typeof Credibility>;
