import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';

// A reader that has seen enough (`parley table … | head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : reportError(error);
}
