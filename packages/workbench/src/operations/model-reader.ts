import { type Body, type Id, PUBLIC, UserError } from '@parley/model';
import { type CaseLexicon, isSameReading, type ModelOptions, type ModelProvenance, readWithModel } from '@parley/reader';
import { type Suggester, suggestionsFrom } from './suggestions.ts';

/** A reader beside ours. What it suggests is marked as its own. */
export type SecondReader = (text: string, source: ReadSource) => Promise<SecondReading>;

/** The source whose text is read. */
export interface ReadSource {
  readonly sourceId: Id;
  readonly compartment: Id;
  readonly lexicon: CaseLexicon;
}

export interface SecondReading {
  readonly statements: Body<'statement'>[];
  /** What was dropped or not read, in words for the user. */
  readonly notes: string[];
}

export interface ModelReaderOptions extends Omit<ModelOptions, 'lexicon'> {
  /** Whether a person released the sources that it will read, though they are in a confidential compartment. */
  readonly isReleased: boolean;
}

/**
 * A language model as a second reader. The text of a source in any compartment but `public` is not
 * sent, to whatever host, unless it was released.
 */
export function modelReader({ isReleased, ...options }: ModelReaderOptions): SecondReader {
  return async (text, { sourceId, compartment, lexicon }) => {
    if (compartment !== PUBLIC && !isReleased) {
      throw new UserError(`its text would go from compartment "${compartment}" to the model ${options.model}`, {
        cure: 'release it with --release and its name, or leave out --model',
        code: 'confidential',
      });
    }
    const { statements, notes, provenance } = await readWithModel(text, { ...options, lexicon });
    return { statements: suggestionsFrom({ statements, figures: [] }, sourceId, undefined, suggesterOf(provenance)).statements, notes };
  };
}

/** Our own suggestions with what a second reader found beside them; where both found the same, ours is kept. */
export async function withSecondReader(
  own: readonly Body<'statement'>[],
  reader: SecondReader | undefined,
  text: string,
  source: ReadSource,
): Promise<SecondReading> {
  if (reader === undefined) return { statements: [...own], notes: [] };
  const { statements, notes } = await reader(text, source);
  const fresh = statements.filter((statement) => !own.some((one) => isSameReading(one, statement)));
  return { statements: [...own, ...fresh], notes };
}

/** How a model's suggestions are marked, with the parameters that they were made with. */
function suggesterOf({ name, promptVersion, endpointHost, parameters }: ModelProvenance): Suggester {
  const { temperature, partCharacters, overlapCharacters } = parameters;
  const how = `temperature ${temperature ?? 'of its own'}, parts of ${partCharacters} characters that overlap by ${overlapCharacters}`;
  return {
    suggestedBy: { name, version: `prompt ${promptVersion}` },
    note: `Proposed by the language model ${name} at ${endpointHost}: prompt ${promptVersion}, ${how}.`,
  };
}
