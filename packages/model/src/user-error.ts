/**
 * A mistake of the user, told apart from ours: bad input, a wrong passphrase, a name that does not exist.
 *
 * `message` names the value at fault, `cure` says what to do about it. Commands leave with exit
 * code 2 and the server answers 4xx; every other error is ours (exit code 1, status 500).
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly cure: string;
  readonly code: string;

  constructor(message: string, { cure, code = 'invalid', cause }: { cure: string; code?: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.cure = cure;
    this.code = code;
  }
}
