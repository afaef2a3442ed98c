import { figureGroups } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { figureText } from '../words.ts';

interface FiguresOptions extends AsOfOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function figuresCommand(program: Command): void {
  const command = program
    .command('figures')
    .description('list claimed figures side by side, never averaged')
    .argument('<file>', 'the case file')
    .option('--json', 'print JSON')
    .action((file: string, options: FiguresOptions) => withCase(file, options, (session) => showFigures(session, options)));
  withExample(passphraseOption(asOfOptions(command)), 'parley figures talks.parley');
}

function showFigures(session: CaseSession, options: FiguresOptions): void {
  const groups = figureGroups(asOf(session, options).record);
  if (options.json) {
    printJson(groups);
    return;
  }
  const colour = wantsColour(process.stdout);
  for (const { measure, scope, contested, figures } of groups) {
    const head = styled(plainText(`${measure}${scope === null ? '' : `, ${scope}`}`), 'firm', colour);
    print(contested ? `${head}  ${styled('contested', 'conflict', colour)}` : head);
    for (const { id, figure } of figures) {
      const claimed = figure.claimant === undefined ? 'no stated claimant' : figure.claimant.name;
      const when = figure.asOf === undefined ? 'undated' : `as of ${figure.asOf}`;
      print(`  ${plainText(`${figureText(figure)}, ${claimed}, ${when}`)}`);
      print(styled(`    ${figure.status}  ${id}`, figure.status === 'suggested' ? 'suggested' : 'quiet', colour));
    }
  }
  if (groups.length === 0) print('no figures');
}
