import { type BodyInput, digest, type Span } from '@parley/model';
import type { Extraction } from '@parley/reader';
import type { ExampleCase, ExampleFigure, ExampleSource, ExampleStatement, Quote } from './example-schema.ts';
import { paragraphOf, placeQuote } from './place-quote.ts';

/** Where quotes are placed: the source, its text, and the name of case.json for errors. */
export interface Where {
  readonly name: string;
  readonly source: ExampleSource;
  readonly text: string;
  readonly suggestedBy: ExampleCase['suggestedBy'];
}

export function sourceBody(
  source: ExampleSource,
  { text, mediaType, extractor, dropped }: Extraction,
  { bytes, textBytes }: { bytes: Uint8Array; textBytes: Uint8Array },
): BodyInput<'source'> {
  const { id: _id, file: _file, recordedAt: _at, compartment: _in, statements: _statements, figures: _figures, ...given } = source;
  return {
    ...given,
    mediaType,
    bytes: { sha256: digest(bytes), byteLength: bytes.length },
    text: { sha256: digest(textBytes), byteLength: textBytes.length },
    textLength: text.length,
    extractor,
    dropped: [...dropped],
  };
}

export function statementBody(statement: ExampleStatement, { name, source, text, suggestedBy }: Where): BodyInput<'statement'> {
  const { id, speaker, relays, cue, content, condition, ...given } = statement;
  const place = (field: string) => ({ what: `${name}: statement ${id}: ${field}`, file: source.file });
  const [first, ...further] = (Array.isArray(content) ? content : [content]) as [Quote, ...Quote[]];
  const opening = placeQuote(text, first, place('content'));
  const paragraph = paragraphOf(text, opening);
  const beside = (quote: Quote, field: string): Span => placeQuote(text, quote, place(field), paragraph);
  const anywhere = (quote: Quote, field: string): Span => placeQuote(text, quote, place(field));
  const { words, antecedent, name: speakerName, ...rest } = speaker ?? {};
  const span = words === undefined ? undefined : beside(words, 'speaker');
  const stoodFor = antecedent === undefined ? undefined : anywhere(antecedent, 'antecedent');
  return {
    sourceId: source.id,
    speaker: {
      ...rest,
      ...(span && { span }),
      ...(stoodFor && { antecedent: stoodFor }),
      name: speakerName ?? stoodFor?.text ?? span?.text ?? '',
    },
    relays: relays.map((relay) => {
      const relaySpan = relay.words === undefined ? undefined : beside(relay.words, 'relay');
      return { ...(relaySpan && { span: relaySpan }), name: relay.name ?? relaySpan?.text ?? '' };
    }),
    ...(cue !== undefined && { cue: beside(cue, 'cue') }),
    content: [opening, ...further.map((quote) => beside(quote, 'content'))],
    ...(condition !== undefined && { condition: beside(condition, 'condition') }),
    ...given,
    ...(statement.status !== 'accepted' && { suggestedBy }),
  };
}

export function figureBody(figure: ExampleFigure, { name, source, text, suggestedBy }: Where): BodyInput<'figure'> {
  const { id, quote, high, ...given } = figure;
  return {
    ...given,
    sourceId: source.id,
    span: placeQuote(text, quote, { what: `${name}: figure ${id}`, file: source.file }),
    high: high ?? figure.low,
    ...(figure.status !== 'accepted' && { suggestedBy }),
  };
}
