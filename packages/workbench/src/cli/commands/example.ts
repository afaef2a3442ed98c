import type { Command } from 'commander';
import { exampleFolder, exampleSlugs } from '../../examples/example-folder.ts';
import { authorId } from '../../operations/author-key.ts';
import { newPassphrase } from '../passphrase.ts';
import { print, printJson } from '../terminal/output.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface ExampleOptions {
  readonly passphrase?: boolean;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function exampleCommand(program: Command): void {
  const slugs = exampleSlugs();
  const command = program
    .command('example')
    .description('make a case file of a worked example')
    .argument('<slug>', `which: ${slugs.join(', ') || 'a folder with a case.json'}`)
    .argument('<file>', 'the case file to make')
    .option('--passphrase', 'encrypt the file; asks for a passphrase')
    .option('--passphrase-file <file>', 'encrypt the file with the first line of this file')
    .option('--json', 'print JSON')
    .action(makeExample);
  withExample(command, 'parley example lake-ulvessa lake.parley', 'parley serve lake.parley');
}

async function makeExample(slug: string, file: string, options: ExampleOptions): Promise<void> {
  const folder = exampleFolder(slug);
  const passphrase = await newPassphrase(options);
  const { writeExample } = await import('../../examples/write-example.ts');
  const { caseId, sources } = await writeExample(folder, file, { author: authorId(), ...(passphrase === undefined ? {} : { passphrase }) });
  if (options.json) return printJson({ file, caseId, sources });
  print(`${file}: the worked example ${slug}, ${counted(sources, 'source')}`);
}
