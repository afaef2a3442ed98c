import type { Day, Id, Instant } from '@parley/model';
import type { Command } from 'commander';
import { day, idList, instantOrDay } from './option-values.ts';

/** The two times and the compartments, as every view of a case has them. */
export interface AsOfOptions {
  readonly heldOn?: Day;
  readonly knownAt?: Instant;
  readonly compartments?: Id[];
}

/** Adds --held-on, --known-at and --compartments to a command. */
export function asOfOptions(command: Command): Command {
  return command
    .option('--held-on <day>', 'the day that positions are held on (default: today)', day('--held-on'))
    .option('--known-at <instant>', 'only what had been received by this instant or day', instantOrDay('--known-at'))
    .option('--compartments <ids>', 'look only through these compartments, separated by commas', idList('--compartments'));
}
