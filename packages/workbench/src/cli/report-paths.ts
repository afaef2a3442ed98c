import { type Dirent, existsSync, globSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UserError } from '@parley/model';

/** The files that are to be added, and what of the paths given leads to none. */
export interface ReportPaths {
  readonly files: string[];
  readonly failed: { path: string; error: UserError }[];
}

/**
 * The files behind paths as a user writes them: a file is itself, a folder all the files in it and in
 * its folders, a glob what it matches; by name within each, and none twice. Hidden files and folders
 * (with a dot in front) and case files are passed over in folders and globs.
 */
export function reportPaths(paths: readonly string[]): ReportPaths {
  const files = new Map<string, string>();
  const failed: ReportPaths['failed'] = [];
  for (const path of paths) {
    try {
      for (const file of filesOf(path)) if (!files.has(resolve(file))) files.set(resolve(file), file);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed.push({ path, error });
    }
  }
  return { files: [...files.values()], failed };
}

function filesOf(path: string): string[] {
  if (isFolder(path)) {
    const files = filesIn(path, new Set());
    if (files.length === 0)
      throw new UserError(`${path} is a folder without reports in it`, { cure: 'name the files, or the folder that holds them' });
    return files;
  }
  // A file may have a name like a pattern; then it is meant.
  if (existsSync(path) || !/[*?[{]/.test(path)) return [path];
  const matched = globSync(path).filter((one) => isWanted(one, path));
  const files = matched.sort(byName).flatMap((one) => (isFolder(one) ? filesIn(one, new Set()) : [one]));
  if (files.length === 0)
    throw new UserError(`${path} matches no file`, { cure: 'check the pattern and the folder; * stands for anything in a name' });
  return files;
}

/** @param seen the folders above, by their real paths: a link may lead back to one of them */
function filesIn(folder: string, seen: ReadonlySet<string>): string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  const above = new Set(seen).add(real);
  return entriesOf(folder).flatMap(({ name }) => {
    const path = join(folder, name);
    if (isPassedOver(name)) return [];
    if (isFolder(path)) return filesIn(path, above);
    return isFile(path) ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name));
  } catch (error) {
    throw new UserError(`${folder} may not be read`, { cure: 'ask its owner for the right to read it', cause: error });
  }
}

/** A hidden part counts as meant where the pattern has one. */
function isWanted(path: string, pattern: string): boolean {
  const parts = path.split(sep).filter((part) => part !== '.' && part !== '..');
  return !parts.some((part) => isPassedOver(part) && !pattern.includes(part));
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || /\.parley(?:-wal|-shm)?$/.test(name);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
