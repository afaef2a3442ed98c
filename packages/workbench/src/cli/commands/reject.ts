import { type Id, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { decide } from '../../operations/decide.ts';
import { decideFigure, isFigure } from '../decide-figure.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface RejectOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function rejectCommand(program: Command): void {
  const command = program
    .command('reject')
    .description('reject suggested statements or figures')
    .argument('<file>', 'the case file')
    .argument('<ids...>', 'statements or figures, as "parley statements" and "parley figures" list them')
    .option('--json', 'print JSON')
    .action((file: string, ids: Id[], options: RejectOptions) => withCase(file, options, (session) => reject(session, ids, options)));
  withExample(passphraseOption(command), 'parley reject talks.parley s-13');
}

async function reject(session: CaseSession, ids: readonly Id[], options: RejectOptions): Promise<void> {
  const unknown = ids.find((id) => !session.record.of('statement').has(id) && !isFigure(session, id));
  if (unknown !== undefined) {
    throw new UserError(`there is no statement or figure "${unknown}"`, {
      cure: 'take an id from "parley statements" or "parley figures"',
      code: 'unknown',
    });
  }
  for (const id of ids) {
    if (isFigure(session, id)) await decideFigure(session, id, 'rejected');
    else await decide(session, id, { decision: 'reject' });
  }
  if (options.json) return printJson({ rejected: ids });
  print(`${counted(ids.length, 'suggestion')} rejected`);
}
