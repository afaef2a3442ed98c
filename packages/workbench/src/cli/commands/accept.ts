import type { Body, EdtfDate, Id, Stance, Voice } from '@parley/model';
import { UserError } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { decide, type StatementDecision } from '../../operations/decide.ts';
import { decideFigure, isFigure } from '../decide-figure.ts';
import { issueNamed, optionNamed, partyNamed } from '../named-subject.ts';
import { edtfDate, idList, stance, voice } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted, STANCE_WORDS } from '../words.ts';

interface AcceptOptions {
  readonly party?: string;
  readonly issue?: string;
  readonly option?: string;
  readonly stance?: Stance;
  readonly voice?: Voice;
  readonly from?: EdtfDate;
  readonly to?: EdtfDate;
  readonly features?: Id[];
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function acceptCommand(program: Command): void {
  const command = program
    .command('accept')
    .description('accept suggested statements or figures, and record the position that they bear out')
    .argument('<file>', 'the case file')
    .argument('<ids...>', 'statements or figures, as "parley statements" and "parley figures" list them')
    .option('--stance <stance>', 'the position: demands, accepts, may-accept, rejects or red-line', stance)
    .option('--party <party>', 'whose position (default: the party of the speaker)')
    .option('--issue <issue>', 'on which issue: its id or name (default: the one that the statement is linked to)')
    .option('--option <option>', 'on which option: its id or name (default: the one that the statement is linked to)')
    .option('--voice <voice>', 'official, spokesperson or anonymous (default: as the statement says)', voice)
    .option('--from <date>', 'since when (default: when it was said)', edtfDate('--from'))
    .option('--to <date>', 'until when', edtfDate('--to'))
    .option('--features <ids>', 'the features of maps that the statement speaks about, separated by commas', idList('--features'))
    .option('--json', 'print JSON')
    .action((file: string, ids: Id[], options: AcceptOptions) => withCase(file, options, (session) => accept(session, ids, options)));
  withExample(
    passphraseOption(command),
    'parley accept talks.parley s-12',
    'parley accept talks.parley s-12 --stance demands --issue Aid --option "International organisations"',
  );
}

async function accept(session: CaseSession, ids: readonly Id[], options: AcceptOptions): Promise<void> {
  // All are worked out before the first is recorded, so that a mistake in one leaves all as they were.
  const decisions = ids.map((id) => ({ id, position: isFigure(session, id) ? undefined : positionFor(session, id, options) }));
  for (const { id, position } of decisions) {
    if (isFigure(session, id)) await decideFigure(session, id, 'accepted');
    else await decide(session, id, { decision: 'accept', statement: withFeatures(session, id, options.features), position });
  }
  const positions = decisions.filter(({ position }) => position !== undefined);
  if (options.json) return printJson({ accepted: ids, positions: positions.map(({ position }) => position) });
  const borne = positions[0]?.position;
  print(
    `${counted(ids.length, 'suggestion')} accepted${borne === undefined ? '' : `; the position recorded: ${STANCE_WORDS[borne.stance]}`}`,
  );
}

/** The statement as corrected; undefined where nothing is. */
function withFeatures({ record }: CaseSession, id: Id, featureIds: Id[] | undefined): Body<'statement'> | undefined {
  const statement = record.of('statement').get(id)?.body;
  return statement === undefined || featureIds === undefined ? undefined : { ...statement, featureIds };
}

function positionFor(session: CaseSession, statementId: Id, options: AcceptOptions): StatementDecision['position'] {
  const statement = session.record.of('statement').get(statementId)?.body;
  if (statement === undefined) {
    throw new UserError(`there is no statement or figure "${statementId}"`, {
      cure: 'take an id from "parley statements" or "parley figures"',
      code: 'unknown',
    });
  }
  if (options.stance === undefined) {
    checkNoPosition(options);
    return undefined;
  }
  const { record } = session;
  const link = statement.links.length === 1 ? statement.links[0] : undefined;
  const partyId = options.party === undefined ? statement.speaker.partyId : partyNamed(record, options.party);
  const issueId = options.issue === undefined ? link?.issueId : issueNamed(record, options.issue);
  const issue = issueId === undefined ? undefined : record.of('issue').get(issueId)?.body;
  const optionId =
    options.option === undefined ? (issueId === link?.issueId ? link?.optionId : undefined) : issue && optionNamed(issue, options.option);
  const spoken = options.voice ?? (statement.speaker.anonymous ? 'anonymous' : statement.voice);
  const from = options.from ?? statement.saidOn;
  return {
    partyId: given(partyId, statementId, '--party'),
    issueId: given(issueId, statementId, '--issue'),
    optionId: given(optionId, statementId, '--option'),
    stance: options.stance,
    voice: given(spoken, statementId, '--voice'),
    ...(from === undefined ? {} : { from }),
    ...(options.to === undefined ? {} : { to: options.to }),
  };
}

function checkNoPosition(options: AcceptOptions): void {
  const named = (['party', 'issue', 'option', 'voice', 'from', 'to'] as const).find((name) => options[name] !== undefined);
  if (named !== undefined)
    throw new UserError(`--${named} without --stance`, { cure: 'say which stance the position takes: --stance demands' });
}

function given<T>(value: T | undefined, statementId: Id, option: string): T {
  if (value !== undefined) return value;
  throw new UserError(`statement "${statementId}" does not say ${MISSING[option] ?? option}`, { cure: `say so by ${option}` });
}

const MISSING: Readonly<Record<string, string>> = {
  '--party': 'whose position it is',
  '--issue': 'on which issue alone it is',
  '--option': 'on which option it is',
  '--voice': 'who speaks for the party',
};
