import { type Id, PUBLIC, parseBody } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { putDraft } from '../../operations/recorder.ts';
import { checkIsNew, namesOf } from '../new-subject.ts';
import { id, languageTag } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface CompartmentOptions {
  readonly id?: Id;
  readonly within: Id;
  readonly language: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function compartmentCommand(program: Command): void {
  const command = program
    .command('compartment')
    .description('add a compartment: a circle of people who may see what is put into it')
    .argument('<file>', 'the case file')
    .argument('<name>', 'its name')
    .option('--id <id>', 'an id to know it by (default: a new one)', id('--id'))
    .option('--within <id>', 'the next wider compartment', id('--within'), PUBLIC)
    .option('--language <tag>', 'the language of the name', languageTag('--language'), 'en')
    .option('--json', 'print JSON')
    .action((file: string, name: string, options: CompartmentOptions) =>
      withCase(file, options, (session) => addCompartment(session, name, options)),
    );
  withExample(passphraseOption(command), 'parley compartment talks.parley "Channel A" --id channel-a');
}

async function addCompartment(session: CaseSession, name: string, options: CompartmentOptions): Promise<void> {
  const compartmentId = options.id ?? session.recorder.newId();
  const known = [...session.record.of('compartment').values()].map(namesOf);
  checkIsNew('compartment', { id: compartmentId, name }, [{ id: PUBLIC, names: [PUBLIC] }, ...known]);
  const body = parseBody('compartment', { name: { [options.language]: name }, within: options.within });
  // Who is not within the next wider compartment need not know that this one exists.
  await session.commit([putDraft(session.recorder, 'compartment', compartmentId, body, options.within)]);
  if (options.json) return printJson({ id: compartmentId, within: body.within });
  print(`${name}: added within ${body.within}, id ${compartmentId}`);
}
