import { constants, copyFileSync, existsSync, statSync } from 'node:fs';
import { UserError } from '@parley/model';
import type Database from 'better-sqlite3-multiple-ciphers';
import { damaged } from './case-file-errors.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** The format of an open case file: the number of migrations it has been through. */
export function formatOf(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a case file up to the newest format, keeping a copy of the older one beside it first
 * (`talks.parley.v1-backup`). Returns the path of the copy, or null where nothing was to do.
 * Throws a UserError on a file from a newer version, with the file as it was.
 */
export function migrate(database: Database.Database, path: string, migrations: readonly (readonly string[])[] = MIGRATIONS): string | null {
  const newest = migrations.length;
  const from = formatOf(database);
  if (from > newest) {
    throw new UserError(`${path}: the case file has format ${from}; this version of Parley reads up to format ${newest}`, {
      cure: 'install the newer version of Parley that wrote it',
      code: 'newerFormat',
    });
  }
  if (from === newest) return null;
  if (from === 0) throw damaged(path, 'it does not say which format it has');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    database.pragma('wal_checkpoint(TRUNCATE)');
    const backup = database.transaction(() => copyAndTakeSteps(database, path, migrations)).immediate();
    if (backup !== undefined) return backup;
  }
  throw new UserError(`${path}: another program keeps writing to the case file`, { cure: 'close it there, then try again', code: 'busy' });
}

/** Lays out a new, empty file. Runs inside a transaction that the caller began. */
export function takeSteps(database: Database.Database, migrations: readonly (readonly string[])[] = MIGRATIONS): void {
  for (const statement of migrations.slice(formatOf(database)).flat()) database.exec(statement);
  database.pragma(`user_version = ${migrations.length}`);
}

/** Undefined where the file was written to between the checkpoint and the lock, so that a copy of it alone would lack something. */
function copyAndTakeSteps(
  database: Database.Database,
  path: string,
  migrations: readonly (readonly string[])[],
): string | null | undefined {
  const from = formatOf(database);
  if (from === migrations.length) return null;
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return undefined;
  const backup = freeName(`${path}.v${from}-backup`);
  copyFileSync(path, backup, constants.COPYFILE_EXCL);
  takeSteps(database, migrations);
  return backup;
}

function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(candidate)) return candidate;
  }
}
