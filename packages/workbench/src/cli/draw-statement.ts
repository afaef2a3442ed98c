import { type Body, type CaseRecord, labelText } from '@parley/model';
import { plainText, wrapText } from './terminal/string-width.ts';
import { type Emphasis, styled } from './terminal/style.ts';
import { STANCE_WORDS, STRENGTH_WORDS } from './words.ts';

interface Drawing {
  readonly width: number;
  readonly colour: boolean;
}

/**
 * What a statement says, who said it, on which page and what it is about, as lines for a terminal.
 * Without a record, ids stand for names.
 */
export function statementLines(
  statement: Pick<Body<'statement'>, 'speaker' | 'relays' | 'cue' | 'content' | 'condition' | 'strength' | 'speech' | 'voice' | 'links'> & {
    readonly status?: Body<'statement'>['status'];
  },
  { record, id, page }: { record?: CaseRecord; id?: string; page?: number | null },
  { width, colour }: Drawing,
): string[] {
  const { speaker, relays, content, condition, strength, speech, voice, links, status } = statement;
  const lines = (text: string, indent: number, emphasis: Emphasis): string[] =>
    wrapText(plainText(text), width - indent).map((piece) => ' '.repeat(indent) + styled(piece, emphasis, colour));
  const party = speaker.partyId === undefined ? null : partyText(record, speaker.partyId);
  const who = speaker.name || 'no stated speaker';
  const via = relays.length === 0 ? '' : `, relayed by ${relays.map(({ name }) => name).join(', then ')}`;
  const name = party === null || party === who ? who : `${who} [${party}]`;
  const about = links.map((link) => linkText(record, link));
  const where = page == null ? [] : [`p. ${page}`];
  const how = [
    STRENGTH_WORDS[strength],
    speech,
    ...(speaker.anonymous ? ['anonymous'] : voice === undefined ? [] : [voice]),
    ...where,
  ].join(', ');
  return [
    ...lines(`${name}${via}`, 2, 'plain'),
    ...lines(`“${content.map(({ text }) => text).join(' … ')}”`, 4, status === 'rejected' ? 'quiet' : 'plain'),
    ...(condition === undefined ? [] : lines(`on condition: ${condition.text}`, 4, 'plain')),
    ...lines([how, ...about].join('; '), 4, 'quiet'),
    ...(id === undefined ? [] : lines(`${status ?? ''}  ${id}`.trim(), 4, status === 'suggested' ? 'suggested' : 'quiet')),
  ];
}

function partyText(record: CaseRecord | undefined, id: string): string {
  const body = (record?.of('party').get(id) ?? record?.of('thirdParty').get(id))?.body;
  return body === undefined ? id : labelText(body.name);
}

function linkText(record: CaseRecord | undefined, { issueId, optionId, stance }: Body<'statement'>['links'][number]): string {
  const issue = record?.of('issue').get(issueId)?.body;
  const option = issue?.options.find(({ id }) => id === optionId);
  const words = [issue === undefined ? issueId : labelText(issue.name)];
  if (optionId !== undefined) words.push(option === undefined ? optionId : labelText(option.name));
  return words.join(' › ') + (stance === undefined ? '' : ` (${STANCE_WORDS[stance]})`);
}
