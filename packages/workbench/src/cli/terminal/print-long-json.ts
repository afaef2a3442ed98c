/** The most values of a list that are put into one piece. */
const MOST_AT_ONCE = 10_000;

/**
 * Writes a value to standard output as JSON on one line, piece by piece: for lists so long that their text would not
 * fit into one string.
 */
export function printLongJson(value: unknown): void {
  for (const piece of jsonPieces(value)) process.stdout.write(piece);
  process.stdout.write('\n');
}

/** The JSON of a value of plain objects, lists and simple values, in pieces. */
export function* jsonPieces(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '[';
    for (let start = 0; start < value.length; start += MOST_AT_ONCE) {
      const piece = JSON.stringify(value.slice(start, start + MOST_AT_ONCE)).slice(1, -1);
      yield start === 0 ? piece : `,${piece}`;
    }
    yield ']';
  } else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, part]) => part !== undefined);
    for (const [at, [key, part]] of fields.entries()) {
      yield `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`;
      yield* jsonPieces(part);
    }
    yield fields.length === 0 ? '{}' : '}';
  } else yield JSON.stringify(value);
}
