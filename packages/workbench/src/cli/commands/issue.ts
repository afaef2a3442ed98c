import { type Body, type Id, type Label, PUBLIC, parseBody, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { putDraft } from '../../operations/recorder.ts';
import { checkIsNew, namesOf } from '../new-subject.ts';
import { id, issueKind, languageTag } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface IssueOptions {
  readonly id?: Id;
  readonly kind: Body<'issue'>['kind'];
  readonly unit?: string;
  readonly option?: string[];
  readonly term?: string[];
  readonly language: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function issueCommand(program: Command): void {
  const command = program
    .command('issue')
    .description('add an issue that the talks must settle')
    .argument('<file>', 'the case file')
    .argument('<name>', 'its name')
    .option('--id <id>', 'an id to know it by (default: a new one)', id('--id'))
    .option('--option <names...>', 'the ways in which it could be settled')
    .option('--kind <kind>', 'choice, amount, map, exchange or text', issueKind, 'choice')
    .option('--unit <unit>', 'the unit of an amount')
    .option('--term <words...>', 'words by which reports speak of it')
    .option('--language <tag>', 'the language of the names', languageTag('--language'), 'en')
    .option('--json', 'print JSON')
    .action((file: string, name: string, options: IssueOptions) => withCase(file, options, (session) => addIssue(session, name, options)));
  withExample(
    passphraseOption(command),
    'parley issue talks.parley "Aid" --option "International organisations" "A new body" --term aid convoys',
    'parley issue talks.parley "Water share" --kind amount --unit "per cent" --option 45 50 60',
  );
}

async function addIssue(session: CaseSession, name: string, options: IssueOptions): Promise<void> {
  const label = (text: string): Label => ({ [options.language]: text });
  if (options.kind === 'amount' && options.unit === undefined) {
    throw new UserError(`--kind amount: the issue "${name}" has no unit`, { cure: 'say what is counted: --unit "per cent"' });
  }
  const issueId = options.id ?? session.recorder.newId();
  checkIsNew('issue', { id: issueId, name }, [...session.record.of('issue').values()].map(namesOf));
  const body = parseBody('issue', {
    name: label(name),
    kind: options.kind,
    unit: options.unit,
    terms: options.term ?? [],
    options: (options.option ?? []).map((words) => ({
      id: session.recorder.newId(),
      name: label(words),
      ...(options.kind === 'amount' ? amountIn(words) : {}),
    })),
  });
  await session.commit([putDraft(session.recorder, 'issue', issueId, body, PUBLIC)]);
  if (options.json) return printJson({ id: issueId, options: body.options.map((option) => ({ id: option.id, name: option.name })) });
  const count = body.options.length;
  print(`${name}: added with ${count} ${count === 1 ? 'option' : 'options'}, id ${issueId}`);
}

/** The value of an amount's option where its name begins with a number: "45", "45 per cent". */
function amountIn(words: string): { value?: number } {
  const value = Number(/^[+-]?\d+(?:\.\d+)?(?=\s|%|$)/.exec(words.trim())?.[0] ?? Number.NaN);
  return Number.isNaN(value) ? {} : { value };
}
