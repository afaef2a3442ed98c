import type { BargainOrders } from '@parley/methods';
import { UserError } from '@parley/model';
import { analyseBargain, type BargainView } from '../bargain.ts';
import type { BargainInput } from '../bargain-files/read-bargain.ts';
import { type BargainFindings, type CaseBargainInput, lookAtBargain } from '../case-bargain.ts';

/** What is to be found out of a bargain, as plain data that can go to another thread. */
export type BargainJob =
  | {
      readonly what: 'orders';
      readonly orders: BargainOrders;
      readonly input: Omit<CaseBargainInput, 'ratification' | 'shouldStop'>;
      readonly budgetMs: number;
    }
  | { readonly what: 'numbers'; readonly input: BargainInput; readonly budgetMs: number };

/** What a job answers with. */
export interface BargainAnswers {
  readonly orders: BargainFindings;
  readonly numbers: BargainView;
}

/** Where a frontier goes to a browser, more points than these are drawn over each other. */
const MOST_POINTS = 2000;
const MOST_PACKAGES_OF_POINT = 20;

/** Does a job, within its budget; what is there by then is told, and that it was cut off. */
export async function runBargainJob(job: BargainJob): Promise<BargainFindings | BargainView> {
  const end = Date.now() + job.budgetMs;
  const shouldStop = () => Date.now() > end;
  if (job.what === 'numbers') {
    const { domain, ...rest } = job.input;
    return analyseBargain(
      { domain: namedByIds(domain), ...rest },
      { mostPackages: MOST_PACKAGES_OF_POINT, startLimits: () => ({ mostPoints: MOST_POINTS, shouldStop }) },
    );
  }
  try {
    return await lookAtBargain(job.orders, { ...job.input, shouldStop });
  } catch (error) {
    throw error instanceof UserError && error.code === 'contradiction' ? inWords(error) : error;
  }
}

/** The analysis tells packages by the names of issues and options; the app has its own names for their ids. */
function namedByIds(domain: BargainInput['domain']): BargainInput['domain'] {
  const issues = domain.issues.map(({ id, options }) => ({
    id,
    name: id,
    options: options.map((option) => ({ ...option, name: option.id })),
  }));
  return { ...domain, issues };
}

/** The statements alone: their ids say nothing to people. */
function inWords(error: UserError): UserError {
  const { statements } = error.cause as { readonly statements: readonly { readonly text: string }[] };
  const message = `statements contradict each other: ${statements.map(({ text }) => text).join('; ')}`;
  return new UserError(message, { cure: error.cure, code: error.code });
}
