import { z } from 'zod';

/** What a result of a method says of itself. */
export const MethodNote = z
  .object({
    method: z.string(),
    definition: z.string(),
    source: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    kind: z.enum(['exact', 'sampled', 'bound']),
    complete: z.boolean().meta({ description: 'False where a limit cut the work off' }),
    steps: z.number(),
  })
  .meta({ id: 'MethodNote', description: 'What was computed, by which definition, and whether exactly and wholly' });
