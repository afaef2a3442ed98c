import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { acceptCommand } from './commands/accept.ts';
import { addCommand } from './commands/add.ts';
import { bargainCommand } from './commands/bargain.ts';
import { compartmentCommand } from './commands/compartment.ts';
import { copiesCommand } from './commands/copies.ts';
import { destroyCommand } from './commands/destroy.ts';
import { exampleCommand } from './commands/example.ts';
import { exchangeCommand } from './commands/exchange.ts';
import { exportCommand } from './commands/export.ts';
import { figuresCommand } from './commands/figures.ts';
import { historyCommand } from './commands/history.ts';
import { issueCommand } from './commands/issue.ts';
import { lexiconCommand } from './commands/lexicon.ts';
import { newCommand } from './commands/new.ts';
import { partyCommand } from './commands/party.ts';
import { readCommand } from './commands/read.ts';
import { rejectCommand } from './commands/reject.ts';
import { rereadCommand } from './commands/reread.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { stabilityCommand } from './commands/stability.ts';
import { statementsCommand } from './commands/statements.ts';
import { tableCommand } from './commands/table.ts';
import { terrainCommand } from './commands/terrain.ts';
import { utterancesCommand } from './commands/utterances.ts';
import { verifyCommand } from './commands/verify.ts';

/** The `parley` command with everything it can do. Errors are thrown, never printed; nothing exits the process. */
export function createProgram(): Command {
  const program = new Command('parley')
    .description('A sourced record of a negotiation: who says what, and what is still apart.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    // So that --version after a command is that command's own.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  for (const addTo of COMMANDS) addTo(program);
  program.addHelpText(
    'after',
    `
Start with:
  parley new talks.parley --title "Doha talks"
  parley add talks.parley report.txt --publisher "The Gazette" --published 2025-07
  parley table talks.parley

An encrypted case file: give its passphrase by --passphrase-file, by the variable
PARLEY_PASSPHRASE, or when asked; never as an argument, which others could see.`,
  );
  return program;
}

const COMMANDS: readonly ((program: Command) => void)[] = [
  newCommand,
  partyCommand,
  issueCommand,
  compartmentCommand,
  addCommand,
  readCommand,
  statementsCommand,
  acceptCommand,
  rejectCommand,
  utterancesCommand,
  copiesCommand,
  lexiconCommand,
  rereadCommand,
  figuresCommand,
  tableCommand,
  stabilityCommand,
  bargainCommand,
  searchCommand,
  historyCommand,
  verifyCommand,
  exportCommand,
  exchangeCommand,
  terrainCommand,
  destroyCommand,
  exampleCommand,
  serveCommand,
];
