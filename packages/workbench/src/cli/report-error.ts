import { UserError } from '@parley/model';
import { CommanderError } from 'commander';
import { Interrupted } from './terminal/ask-passphrase.ts';
import { say } from './terminal/output.ts';
import { plainText } from './terminal/string-width.ts';

/** The user's mistake. */
export const USER_FAULT = 2;
/** A fault of ours. */
const OUR_FAULT = 1;
/** Ended by Ctrl+C, as shells count it. */
const INTERRUPTED = 130;

/** Says on standard error what went wrong and what to do about it. Returns the exit code. */
export function reportError(error: unknown): number {
  const code = describe(error);
  if (process.env.PARLEY_DEBUG && error instanceof Error) say(error.stack ?? '');
  return code;
}

/** An error of the user in two lines: what is at fault, and the cure. A name in it cannot drive the terminal. */
export function sayUserError(message: string, cure: string): void {
  const plain = (text: string): string => text.split('\n').map(plainText).join('\n');
  say(`parley: ${plain(message)}\n${plain(cure)}`);
}

function describe(error: unknown): number {
  if (error instanceof UserError) {
    sayUserError(error.message, error.cure);
    return USER_FAULT;
  }
  if (error instanceof CommanderError) {
    // Commander says "(outputHelp)" where it has printed the help itself.
    if (error.code !== 'commander.help')
      sayUserError(error.message.replace(/^error: /, ''), 'see: parley --help, or parley COMMAND --help');
    return USER_FAULT;
  }
  if (error instanceof Interrupted) return INTERRUPTED;
  const message = error instanceof Error ? error.message : String(error);
  say(`parley: something went wrong in Parley itself: ${message}\nplease report it; set PARLEY_DEBUG=1 to see where it happened`);
  return OUR_FAULT;
}
