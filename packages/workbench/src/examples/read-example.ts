import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@parley/model';
import { ExampleCase } from './example-schema.ts';

/** A case.json and the bytes of the files that its sources name. */
export interface Example {
  /** The name to use in errors: the path of case.json. */
  readonly name: string;
  readonly case: ExampleCase;
  /** Bytes by the `file` of the source. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads a folder such as `examples/worked/lake-ulvessa`. A UserError names the file and field that do not fit. */
export function readExample(folder: string): Example {
  const name = join(folder, 'case.json');
  const parsed = parseExample(readText(name), name);
  const files = new Map(parsed.sources.map(({ file }) => [file, readBytes(join(folder, file), name)]));
  return { name, case: parsed, files };
}

/** The text of a case.json, checked against its schema. */
export function parseExample(json: string, name: string): ExampleCase {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new UserError(`${name} is not JSON: ${(cause as Error).message}`, { cure: 'correct the file', cause });
  }
  const parsed = ExampleCase.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UserError(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`, {
    cure: 'examples/README.md has the fields',
  });
}

function readText(path: string): string {
  return new TextDecoder().decode(readBytes(path, path));
}

function readBytes(path: string, name: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new UserError(`${name}: there is no file ${path}`, { cure: 'add the file, or correct its path', cause });
  }
}
