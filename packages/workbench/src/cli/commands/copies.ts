import { type Id, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface CopiesOptions extends AsOfOptions {
  readonly join?: readonly Id[];
  readonly decline?: readonly Id[];
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function copiesCommand(program: Command): void {
  const command = program
    .command('copies')
    .description('list sources with mostly the same words as an earlier one, and say whether one is a copy')
    .argument('<file>', 'the case file')
    .option('--join <sources...>', 'record that the first source named is a copy of the second; they count as one witness')
    .option('--decline <sources...>', 'record that neither of two sources is a copy of the other')
    .option('--json', 'print JSON')
    .action((file: string, options: CopiesOptions) =>
      withCase(file, options, (session) => {
        if (options.join !== undefined) return join(session, two(options.join), options);
        return options.decline === undefined ? showCopies(session, options) : decline(session, two(options.decline), options);
      }),
    );
  withExample(passphraseOption(asOfOptions(command)), 'parley copies talks.parley', 'parley copies talks.parley --join src-9 src-2');
}

async function showCopies(session: CaseSession, options: CopiesOptions): Promise<void> {
  const { suggestCopies } = await import('../../operations/copies.ts');
  const { record } = asOf(session, options);
  const copies = await suggestCopies(session, record);
  if (options.json) return printJson(copies);
  const line = (id: Id): string => {
    const source = record.of('source').get(id)?.body;
    return `  ${plainText([source?.title, source?.publisher, source?.published].filter(Boolean).join(', '))}  ${id}`;
  };
  for (const { sourceId, ofId, share } of copies) {
    print(`${Math.round(share * 100)} % the same, the earlier one below`);
    print(line(sourceId));
    print(line(ofId));
    print();
  }
  print(
    copies.length === 0
      ? 'no sources look like copies'
      : `${counted(copies.length, 'pair')} to look at; --join or --decline with the two ids`,
  );
}

async function join(session: CaseSession, [sourceId, ofId]: readonly [Id, Id], { json }: CopiesOptions): Promise<void> {
  const { changeSubject, presentSubject } = await import('../../operations/put-subject.ts');
  const source = presentSubject(session.record, 'source', sourceId);
  await changeSubject(session, 'source', sourceId, { ...source.body, derivedFrom: ofId });
  if (json) return printJson({ sourceId, derivedFrom: ofId });
  print(`${sourceId}: a copy of ${ofId}; the two count as one witness`);
}

async function decline(session: CaseSession, sources: readonly [Id, Id], { json }: CopiesOptions): Promise<void> {
  const { declineOffer } = await import('../../operations/declined-offers.ts');
  await declineOffer(session, { offer: 'copy', sources: [...sources] });
  if (json) return printJson({ declined: sources });
  print('kept apart; they are offered as copies no more');
}

function two(sources: readonly Id[]): [Id, Id] {
  const [first, second, ...more] = sources;
  if (first !== undefined && second !== undefined && more.length === 0) return [first, second];
  throw new UserError(`${counted(sources.length, 'source')} where two are needed`, { cure: 'name the copy, then what it is a copy of' });
}
