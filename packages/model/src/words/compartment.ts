import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** The compartment that everyone with the case may see; it needs no entry of its own. */
export const PUBLIC = 'public';

/** A circle of people who may see what is put into it. `within` names the next wider one. */
export const Compartment = z
  .object({ name: Label, within: Id.default(PUBLIC) })
  .meta({ id: 'Compartment', description: 'A circle of people; within names the next wider circle' });
export type Compartment = z.infer<typeof Compartment>;
