import type { Command } from 'commander';
import { authorId } from '../../operations/author-key.ts';
import { newCase } from '../../operations/case-session.ts';
import { machineRecorder } from '../../operations/recorder.ts';
import { languageTag } from '../option-values.ts';
import { newPassphrase } from '../passphrase.ts';
import { print, printJson } from '../terminal/output.ts';
import { withExample } from '../with-example.ts';

interface NewOptions {
  readonly title: string;
  readonly titleLang: string;
  readonly passphrase?: boolean;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function newCommand(program: Command): void {
  const command = program
    .command('new')
    .description('make a new case file')
    .argument('<file>', 'the case file to make, for example talks.parley')
    .requiredOption('--title <title>', 'what the case is called')
    .option('--title-lang <tag>', 'the language of the title', languageTag('--title-lang'), 'en')
    .option('--passphrase', 'encrypt the file; asks for a passphrase')
    .option('--passphrase-file <file>', 'encrypt the file with the first line of this file')
    .option('--json', 'print JSON')
    .action(makeCase);
  withExample(command, 'parley new talks.parley --title "Doha talks"');
}

async function makeCase(file: string, options: NewOptions): Promise<void> {
  const passphrase = await newPassphrase(options);
  const session = await newCase(file, {
    title: { [options.titleLang]: options.title },
    recorder: machineRecorder(authorId()),
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  await session.close();
  if (options.json) return printJson({ file, caseId: session.caseId, encrypted: passphrase !== undefined });
  print(`${file}: a new case, ${passphrase === undefined ? 'not encrypted' : 'encrypted'}`);
  print('Now add the parties and issues (parley party, parley issue), then a report (parley add).');
}
