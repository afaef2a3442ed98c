import { type CaseRecord, type Id, type Strength, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { LexiconOffer, LexiconWord } from '../../contract/lexicon.ts';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { wordLine } from '../draw-word.ts';
import { issueNamed, optionNamed, partyNamed } from '../named-subject.ts';
import { id, languageTag, strength } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface LexiconOptions extends AsOfOptions {
  readonly offers?: boolean;
  readonly add?: string;
  readonly remove?: string;
  readonly decline?: string;
  readonly party?: string;
  readonly issue?: string;
  readonly option?: string;
  readonly cue?: boolean;
  readonly strength?: Strength;
  readonly language?: string;
  readonly compartment?: Id;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function lexiconCommand(program: Command): void {
  const command = program
    .command('lexicon')
    .description('show the words by which the case is read, and add, remove or be offered some')
    .argument('<file>', 'the case file')
    .option('--offers', 'list words that reviewers’ corrections speak for and that the case does not have')
    .option('--add <words>', 'add a word: an alias with --party, a term with --issue, a cue with --cue')
    .option('--remove <words>', 'take a word out, named in the same way')
    .option('--decline <words>', 'decline a word that was offered, so that it is offered no more')
    .option('--party <party>', 'the party or third party that is called so: its id or name')
    .option('--issue <issue>', 'the issue that the word tells of: its id or name')
    .option('--option <option>', 'the option of the issue that it tells of: its id or name')
    .option('--cue', 'it is a word by which somebody is said to speak')
    .option(
      '--strength <strength>',
      'of a cue: asserts, demands, offers, accepts, rejects, denies, … (default: asserts, or as offered)',
      strength,
    )
    .option('--language <tag>', 'of a cue: the language of the texts that it is looked for in (default: en)', languageTag('--language'))
    .option('--compartment <id>', 'of a cue: the compartment to keep it in (default: public, or as offered)', id('--compartment'))
    .option('--json', 'print JSON')
    .action((file: string, options: LexiconOptions) => withCase(file, options, (session) => act(session, options)));
  withExample(
    passphraseOption(asOfOptions(command)),
    'parley lexicon talks.parley --offers',
    'parley lexicon talks.parley --add "the Chancery" --party toldrane',
    'parley lexicon talks.parley --add flag --cue --strength expects',
  );
}

async function act(session: CaseSession, options: LexiconOptions): Promise<void> {
  const asked = [options.offers && '--offers', options.add && '--add', options.remove && '--remove', options.decline && '--decline'].filter(
    Boolean,
  );
  if (asked.length > 1) throw new UserError(`${asked.join(' and ')} at once`, { cure: 'give one of them' });
  if (options.offers) return showOffers(session, options);
  if (options.add !== undefined) return add(session, options.add, options);
  if (options.remove !== undefined) return remove(session, options.remove, options);
  if (options.decline !== undefined) return decline(session, options.decline, options);
  return showWords(session, options);
}

async function showWords(session: CaseSession, options: LexiconOptions): Promise<void> {
  const { lexiconWords } = await import('../../operations/lexicon-words.ts');
  const { record } = asOf(session, options);
  const words = lexiconWords(record);
  if (options.json) return printJson(words);
  for (const word of words) print(wordLine(record, word));
  print(
    words.length === 0 ? 'no words of its own yet; --offers lists what reviewers’ corrections speak for' : counted(words.length, 'word'),
  );
}

async function showOffers(session: CaseSession, options: LexiconOptions): Promise<void> {
  const { lexiconOffers } = await import('../../operations/lexicon-offers.ts');
  const { record } = asOf(session, options);
  const offers = await lexiconOffers(session, record);
  if (options.json) return printJson(offers);
  for (const offer of offers) print(`${wordLine(record, offer)} (${counted(offer.statements.length, 'statement')})`);
  print(offers.length === 0 ? 'nothing is offered' : `${counted(offers.length, 'word')} offered; take one with --add, or --decline it`);
}

async function add(session: CaseSession, words: string, options: LexiconOptions): Promise<void> {
  const { addWord } = await import('../../operations/lexicon-words.ts');
  const offer = await offered(session, wordOf(session.record, words, options));
  const asked = wordOf(session.record, words, options);
  const word: LexiconWord =
    asked.use === 'cue' && offer?.use === 'cue' && options.strength === undefined ? { ...asked, strength: offer.strength } : asked;
  const entries = await addWord(session, word, { compartment: options.compartment ?? offer?.compartment, evidence: offer?.statements });
  if (options.json) return printJson({ added: word, changed: entries.map(({ subject }) => subject) });
  print(`${wordLine(session.record, word)}: added; it serves from the next reading on ("parley reread" reads again)`);
}

async function remove(session: CaseSession, words: string, options: LexiconOptions): Promise<void> {
  const { removeWord } = await import('../../operations/lexicon-words.ts');
  const word = wordOf(session.record, words, options);
  const entries = await removeWord(session, word);
  if (options.json) return printJson({ removed: word, changed: entries.map(({ subject }) => subject) });
  print(`${wordLine(session.record, word)}: removed`);
}

async function decline(session: CaseSession, words: string, options: LexiconOptions): Promise<void> {
  const { declineOffer } = await import('../../operations/declined-offers.ts');
  const word = wordOf(session.record, words, options);
  const compartment = options.compartment ?? (await offered(session, word))?.compartment;
  const entries = await declineOffer(session, declinedOf(word), compartment);
  if (options.json) return printJson({ declined: word, changed: entries.map(({ subject }) => subject) });
  print(`${wordLine(session.record, word)}: declined; it is offered no more`);
}

/** The word that is meant, by what it is to be used as. Throws a UserError where that is not told, or told twice. */
function wordOf(record: CaseRecord, words: string, options: LexiconOptions): LexiconWord {
  const { party, issue, option, cue, language = 'en' } = options;
  if ([party, issue, cue].filter((one) => one !== undefined).length !== 1) {
    throw new UserError(`"${words}" as what?`, { cure: 'name the --party that is called so, the --issue it tells of, or say --cue' });
  }
  if (cue) return { use: 'cue', words, strength: options.strength ?? 'asserts', language };
  if (party !== undefined) return { use: 'alias', partyId: partyNamed(record, party), words };
  const issueId = issueNamed(record, issue ?? '');
  const body = record.of('issue').get(issueId)?.body;
  return { use: 'term', issueId, ...(option !== undefined && body && { optionId: optionNamed(body, option) }), words };
}

/** The offer of a word, if it is offered. */
async function offered(session: CaseSession, word: LexiconWord): Promise<LexiconOffer | undefined> {
  if (word.use !== 'cue') return undefined;
  const { lexiconOffers } = await import('../../operations/lexicon-offers.ts');
  const { isSameCue } = await import('../../operations/lexicon-words.ts');
  return (await lexiconOffers(session, session.record)).find((offer) => offer.use === 'cue' && isSameCue(offer, word));
}

function declinedOf(word: LexiconWord) {
  switch (word.use) {
    case 'alias':
      return { offer: 'alias' as const, partyId: word.partyId, words: word.words };
    case 'term':
      return { offer: 'term' as const, issueId: word.issueId, ...(word.optionId && { optionId: word.optionId }), words: word.words };
    case 'cue':
      return { offer: 'cue' as const, words: word.words, language: word.language };
  }
}
