import { type CaseRecord, labelText } from '@parley/model';
import type { LexiconWord } from '../contract/lexicon.ts';
import { factionName, partyName } from '../operations/party-name.ts';
import { plainText } from './terminal/string-width.ts';
import { STRENGTH_WORDS } from './words.ts';

/** A word of the lexicon with what it stands for, as a line for a terminal. */
export function wordLine(record: CaseRecord, word: LexiconWord): string {
  return plainText(`“${word.words}” ${meaning(record, word)}`);
}

function meaning(record: CaseRecord, word: LexiconWord): string {
  if (word.use === 'cue') return `cue: ${STRENGTH_WORDS[word.strength]}, ${word.language}`;
  if (word.use === 'alias') {
    const faction = word.factionId === undefined ? null : factionName(record, word.partyId, word.factionId);
    return `alias of ${faction ?? partyName(record, word.partyId) ?? word.partyId}`;
  }
  const issue = record.of('issue').get(word.issueId)?.body;
  const option = issue?.options.find(({ id }) => id === word.optionId);
  return `term of ${[issue?.name, option?.name].flatMap((name) => (name === undefined ? [] : [labelText(name)])).join(' › ') || word.issueId}`;
}
