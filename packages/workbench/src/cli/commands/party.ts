import { type Id, type Label, PUBLIC, parseBody } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { putDraft } from '../../operations/recorder.ts';
import { checkIsNew, namesOf } from '../new-subject.ts';
import { id, languageTag, thirdPartyRole } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface PartyOptions {
  readonly id?: Id;
  readonly alias?: string[];
  readonly faction?: string[];
  readonly thirdParty?: 'mediator' | 'guarantor' | 'observer';
  readonly language: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function partyCommand(program: Command): void {
  const command = program
    .command('party')
    .description('add a party, or a third party')
    .argument('<file>', 'the case file')
    .argument('<name>', 'its name, as its own sources use it')
    .option('--id <id>', 'an id to know it by (default: a new one)', id('--id'))
    .option('--alias <names...>', 'other names that reports use for it')
    .option('--faction <names...>', 'its factions')
    .option('--third-party <role>', 'it is no side of the talks, but a mediator, guarantor or observer', thirdPartyRole)
    .option('--language <tag>', 'the language of the name', languageTag('--language'), 'en')
    .option('--json', 'print JSON')
    .action((file: string, name: string, options: PartyOptions) => withCase(file, options, (session) => addParty(session, name, options)));
  withExample(
    passphraseOption(command),
    'parley party talks.parley "Ilduvian Union" --alias Ilduvia "the Assembly"',
    'parley party talks.parley "Vestrel Mission" --third-party mediator',
  );
}

async function addParty(session: CaseSession, name: string, options: PartyOptions): Promise<void> {
  const label = (text: string): Label => ({ [options.language]: text });
  const kind = options.thirdParty === undefined ? 'party' : 'thirdParty';
  const partyId = options.id ?? session.recorder.newId();
  const parties = [...session.record.of('party').values(), ...session.record.of('thirdParty').values()];
  checkIsNew('party', { id: partyId, name }, parties.map(namesOf));
  const body = parseBody(kind, {
    name: label(name),
    aliases: options.alias ?? [],
    ...(options.thirdParty === undefined
      ? { factions: (options.faction ?? []).map((faction) => ({ id: session.recorder.newId(), name: label(faction) })) }
      : { roles: [options.thirdParty] }),
  });
  await session.commit([putDraft(session.recorder, kind, partyId, body, PUBLIC)]);
  if (options.json) return printJson({ id: partyId, kind });
  print(`${name}: added as ${kind === 'party' ? 'a party' : `a third party (${options.thirdParty})`}, id ${partyId}`);
}
