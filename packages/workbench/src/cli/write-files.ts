import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@parley/model';

/**
 * Writes files, all or none: each under a temporary name beside its place, then all renamed.
 *
 * Throws a UserError where one is there already (unless `force`), the folder cannot be written to or the disk is full.
 */
export function writeFiles(
  files: readonly { readonly path: string; readonly body: string | Uint8Array }[],
  { force }: { force: boolean },
): void {
  if (!force) for (const { path } of files) if (existsSync(path)) throw taken(path);
  const written: { temporary: string; path: string }[] = [];
  try {
    for (const { path, body } of files) {
      const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
      written.push({ temporary, path });
      writeWhole(temporary, body);
    }
    for (const { temporary, path } of written) putInPlace(temporary, path, force);
  } catch (error) {
    throw writeError(error, files[0]?.path ?? '');
  } finally {
    for (const { temporary } of written) rmSync(temporary, { force: true });
  }
}

/** Makes a folder where there is none. Throws a UserError where something else has the name. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      throw new UserError(`${path} is not a folder`, { cure: 'name a folder, or a name that is free', cause: error });
    }
    throw writeError(error, path);
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function writeWhole(path: string, body: string | Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function putInPlace(temporary: string, path: string, force: boolean): void {
  if (force) {
    renameSync(temporary, path);
    return;
  }
  try {
    // Unlike renaming, a link never replaces what somebody put there meanwhile.
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) throw taken(path);
    renameSync(temporary, path);
  }
}

function taken(path: string): UserError {
  return new UserError(`${path} is there already`, { cure: 'choose another name, or replace it with --force', code: 'exists' });
}

function writeError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const why = WHY[code ?? ''];
  if (error instanceof UserError || why === undefined) return error;
  return new UserError(`${path} cannot be written: ${why[0]}`, { cure: why[1], cause: error });
}

const WHY: Readonly<Record<string, readonly [why: string, cure: string]>> = {
  ENOSPC: ['the disk is full', 'free some space, then try again'],
  EDQUOT: ['your share of the disk is used up', 'free some space, then try again'],
  EACCES: ['its folder may not be written to', 'choose another folder'],
  EPERM: ['its folder may not be written to', 'choose another folder'],
  EROFS: ['its folder may only be read', 'choose another folder'],
  ENOENT: ['there is no such folder', 'make the folder first, or choose another'],
  ENOTDIR: ['a file stands where a folder should', 'choose another folder'],
  EISDIR: ['it is a folder', 'choose another name'],
};
