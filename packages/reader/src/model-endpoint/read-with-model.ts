import { createCaseLinker } from '../linking/link-case.ts';
import type { CaseLexicon, ReadStatement } from '../reading.ts';
import { type Asking, askEndpoint } from './ask-endpoint.ts';
import { endpointOf } from './endpoint.ts';
import { createWordFinder } from './find-words.ts';
import { placeProposal } from './place-proposal.ts';
import { messagesFor, PROMPT_VERSION } from './prompt.ts';
import { proposalsIn } from './proposal.ts';
import { isSameReading } from './same-reading.ts';
import { type TextPart, textParts } from './text-parts.ts';

/** Which model to ask, where, and how. */
export interface ModelOptions {
  /** The address of an OpenAI-compatible endpoint: `http://127.0.0.1:11434/v1`. */
  endpoint: string;
  model: string;
  apiKey?: string | undefined;
  /** Names and terms of the case. They are used here, on what came back, and are never sent. */
  lexicon?: CaseLexicon;
  /** For one request with its reply, in milliseconds. */
  timeoutMs: number;
  /** The wait before a second try, in milliseconds; it doubles with each further one. 500 where left out. */
  backOffMs?: number;
  fetch?: typeof fetch;
  /** Asked between and during requests; true ends the reading with what there is. */
  shouldStop?: () => boolean;
}

/** What a reading by a model was made with. */
export interface ModelProvenance {
  name: string;
  promptVersion: string;
  endpointHost: string;
  parameters: { temperature: number | null; partCharacters: number; overlapCharacters: number };
}

export interface ModelReading {
  /** In the order of the text. Their confidence is 0: how often such a model is right has not been measured. */
  statements: ReadStatement[];
  /** What was dropped or not read, in words for the user. */
  notes: string[];
  provenance: ModelProvenance;
}

/** In UTF-16 code units: about 3,000 words of English at once, as models with small contexts take. */
const PART_CHARACTERS = 12_000;
const OVERLAP_CHARACTERS = 1500;
/** A longer text is read up to here: it would take hundreds of requests. */
const MOST_CHARACTERS = 1_000_000;
/** A part that the endpoint finds too long, or answers at too great a length, is halved down to this. */
const LEAST_PART_CHARACTERS = 1000;
/** An endpoint that failed for so many parts in a row is not asked for the rest. */
const MOST_FAILURES = 2;

/**
 * The statements that a language model proposes for a text. Whatever it says, each span of what is
 * returned stands in the text letter for letter; a proposal with other words in it is dropped and
 * counted in the notes.
 *
 * Throws a UserError for an endpoint that is not there, refuses the key or knows no such model.
 */
export async function readWithModel(text: string, options: ModelOptions): Promise<ModelReading> {
  const { model, timeoutMs, backOffMs = 500, shouldStop = () => false } = options;
  const endpoint = endpointOf(options.endpoint);
  const asking: Asking = { endpoint, apiKey: options.apiKey, timeoutMs, backOffMs, fetch: options.fetch ?? fetch, shouldStop };
  const linker = options.lexicon ? createCaseLinker(options.lexicon) : null;
  const parameters: ModelProvenance['parameters'] = {
    temperature: 0,
    partCharacters: PART_CHARACTERS,
    overlapCharacters: OVERLAP_CHARACTERS,
  };
  const end = Math.min(text.length, MOST_CHARACTERS);
  const waiting = textParts(text, { start: 0, end, most: PART_CHARACTERS, overlap: OVERLAP_CHARACTERS });
  const statements: ReadStatement[] = [];
  const dropped = { invented: 0, malformed: 0 };
  const unread: string[] = [];
  let failures = 0;

  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const { temperature } = parameters;
    const messages = messagesFor(text.slice(part.start, part.end));
    const answer = await askEndpoint({ model, messages, stream: false, ...(temperature === null ? {} : { temperature }) }, asking);
    if (answer.kind === 'refusesTemperature' && temperature !== null) {
      parameters.temperature = null;
      waiting.unshift(part);
      continue;
    }
    if (answer.kind === 'stopped') {
      unread.push(`the text from character ${part.start} on was not read by ${model}: it was stopped`);
      break;
    }
    const isTooLong = answer.kind === 'tooLong' || (answer.kind === 'text' && answer.isCutOff);
    if (isTooLong && part.end - part.start > LEAST_PART_CHARACTERS) {
      waiting.unshift(...halves(text, part));
      continue;
    }
    const reply = answer.kind === 'text' ? proposalsIn(answer.text) : null;
    if (reply === null) {
      unread.push(`characters ${part.start}–${part.end} were not read by ${model}: ${faultOf(answer)}`);
      failures += 1;
      if (failures >= MOST_FAILURES && waiting.length > 0) {
        unread.push(`nor was the rest, from character ${part.end} on: it failed ${failures} times in a row`);
        break;
      }
      continue;
    }
    failures = 0;
    dropped.malformed += reply.malformed;
    const words = createWordFinder(text, part);
    for (const proposal of reply.proposals) {
      const statement = placeProposal(proposal, words, linker);
      if (statement === null) dropped.invented += 1;
      else if (!statements.some((other) => isSameReading(other, statement))) statements.push(statement);
    }
  }
  if (end < text.length) unread.push(`the text after character ${end} was not read by ${model}: it is too long`);
  statements.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  const provenance = { name: model, promptVersion: PROMPT_VERSION, endpointHost: endpoint.host, parameters };
  return { statements, notes: [...droppedNotes(model, dropped), ...unread], provenance };
}

function halves(text: string, { start, end }: TextPart): TextPart[] {
  const most = Math.ceil((end - start) / 2);
  return textParts(text, { start, end, most, overlap: Math.floor(most / 8) });
}

function faultOf(answer: Awaited<ReturnType<typeof askEndpoint>>): string {
  if (answer.kind === 'failed') return answer.why;
  if (answer.kind === 'text') return answer.isCutOff ? 'its reply was cut off' : 'its reply is not the JSON that was asked for';
  return answer.kind === 'tooLong' ? 'it takes no text of this length' : 'it refuses the request';
}

function droppedNotes(model: string, { invented, malformed }: { invented: number; malformed: number }): string[] {
  const notes: string[] = [];
  if (invented > 0) notes.push(`${proposals(invented)} of ${model} dropped: the words do not stand in the text`);
  if (malformed > 0) notes.push(`${proposals(malformed)} of ${model} dropped: not in the form that was asked for`);
  return notes;
}

function proposals(count: number): string {
  return count === 1 ? '1 proposal' : `${count} proposals`;
}
