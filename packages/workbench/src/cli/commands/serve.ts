import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { wholeNumber } from '../option-values.ts';
import { givenPassphrase } from '../passphrase.ts';
import { printJson, say } from '../terminal/output.ts';
import { passphraseOption } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface ServeOptions {
  readonly port: number;
  readonly folder?: string;
  readonly open?: boolean;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

const DEFAULT_PORT = 4870;

export function serveCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('open the workbench in a browser, on this machine only')
    .argument('[files...]', 'case files to open')
    .option('--port <port>', 'the port to listen on, 0 for any free one', wholeNumber('--port', 0, 65_535), DEFAULT_PORT)
    .option('--folder <folder>', 'where new cases are made (default: the folder of the first file, else ~/Parley)')
    .option('--open', 'open the link in the browser')
    .option('--json', 'print the link as JSON')
    .action(serveCases);
  withExample(passphraseOption(command), 'parley serve talks.parley');
}

async function serveCases(files: string[], options: ServeOptions): Promise<void> {
  // Loaded here, so that no other command waits for the server's libraries.
  const { startWorkbench } = await import('../start-workbench.ts');
  const folder = resolve(options.folder ?? (files[0] === undefined ? join(homedir(), 'Parley') : dirname(files[0])));
  const stopped = untilInterrupted();
  const workbench = await startWorkbench({ files, folder, port: options.port, passphrase: givenPassphrase(options) });
  if (options.json) printJson({ url: workbench.url, launchUrl: workbench.launchUrl, folder });
  else process.stdout.write(`Parley is at ${workbench.launchUrl}\n`);
  say(`Cases are kept in ${folder}. Ctrl+C ends it.`);
  if (options.open) await openInBrowser(workbench.launchUrl);
  await stopped;
  await workbench.close();
}

/** Resolves on Ctrl+C or when asked to end. A second time, the process ends at once. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

async function openInBrowser(url: string): Promise<void> {
  const { openLink } = await import('../open-link.ts');
  if (!openLink(url)) say('There is no browser to open it in; open the link by hand.');
}
