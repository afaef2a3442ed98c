import { t } from '../strings/strings.ts';

/** An error as the server tells it: what is at fault, and the cure. `status` 0: the server did not answer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly cure: string;

  constructor(status: number, { code, message, cure }: { code: string; message: string; cure: string }) {
    super(message);
    this.status = status;
    this.code = code;
    this.cure = cure;
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, { code: 'unreachable', message: t('problem.unreachable'), cure: t('problem.unreachableCure') });
  }

  /** Reads the server's one error shape; anything else is told as an error of the server. */
  static from(status: number, answer: unknown): ApiProblem {
    const error = (answer as { error?: Partial<{ code: string; message: string; cure: string }> } | null)?.error;
    if (typeof error?.message === 'string') {
      return new ApiProblem(status, { code: error.code ?? 'error', message: error.message, cure: error.cure ?? '' });
    }
    return new ApiProblem(status, { code: 'internal', message: t('problem.odd', { status: String(status) }), cure: t('problem.oddCure') });
  }
}
