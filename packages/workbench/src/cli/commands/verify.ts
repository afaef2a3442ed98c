import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { verifyCase } from '../../operations/verify-case.ts';
import { sayUserError, USER_FAULT } from '../report-error.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface VerifyOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function verifyCommand(program: Command): void {
  const command = program
    .command('verify')
    .description('check that nothing in the record was changed, and name the first bad entry')
    .argument('<file>', 'the case file')
    .option('--json', 'print JSON')
    .action((file: string, options: VerifyOptions) => withCase(file, options, (session) => verify(session, options)));
  withExample(passphraseOption(command), 'parley verify talks.parley');
}

async function verify(session: CaseSession, { json }: VerifyOptions): Promise<void> {
  const report = await verifyCase(session);
  const { entries, chains, destroyed, firstFault } = report;
  if (json) printJson({ ok: firstFault === null, ...report });
  if (firstFault !== null) {
    process.exitCode = USER_FAULT;
    sayUserError(
      `${session.file}: entry ${firstFault.entryId} does not check: ${firstFault.fault}`,
      'compare with a copy of the file from before, and ask who had the file in hand',
    );
    return;
  }
  if (!json)
    print(
      `${session.file}: ${counted(entries, 'entry').replace('entrys', 'entries')} in ${counted(chains, 'chain')}, all as recorded; ${destroyed} destroyed`,
    );
}
