import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

const Alias = z.string().trim().min(1).max(200);

/** A part of a party with a mind of its own: a wing, a ministry, a movement in an alliance. */
export const Faction = z
  .object({ id: Id, name: Label, aliases: z.array(Alias).default([]) })
  .meta({ id: 'Faction', description: 'A part of a party' });
export type Faction = z.infer<typeof Faction>;

/** A side of the negotiation. Names and aliases as its own sources and the reports use them. */
export const Party = z
  .object({
    name: Label,
    aliases: z.array(Alias).default([]),
    factions: z.array(Faction).default([]),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Party', description: 'A side of the negotiation' });
export type Party = z.infer<typeof Party>;

/** A state, body or person in the talks that is not a side of them. */
export const ThirdParty = z
  .object({
    name: Label,
    aliases: z.array(Alias).default([]),
    roles: z.array(z.enum(['mediator', 'guarantor', 'observer'])).default([]),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'ThirdParty', description: 'A mediator, guarantor or observer' });
export type ThirdParty = z.infer<typeof ThirdParty>;
