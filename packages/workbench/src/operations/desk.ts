import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Id, type Label, UserError } from '@parley/model';
import { isEncrypted } from '@parley/store';
import type { z } from 'zod';
import type { CaseFile } from '../contract.ts';
import { CASE_FILE_ENDING, caseFileName } from './case-file-name.ts';
import { CASE_SUBJECT, type CaseSession, newCase, openCase } from './case-session.ts';
import type { Recorder } from './recorder.ts';

/** The case files that somebody works on: those named, and those in one folder, each opened once when first asked for. */
export interface Desk {
  /** Every case file, opened where no passphrase is needed. One that cannot be opened says why. */
  files(): Promise<z.infer<typeof CaseFile>[]>;
  /** The open case of that id. Throws a UserError with code `unknown` where there is none, or it is still locked. */
  session(caseId: Id): Promise<CaseSession>;
  /** Unlocks a case file that `files` lists. Throws a UserError where the passphrase is wrong. */
  unlock(file: string, passphrase?: string): Promise<CaseSession>;
  /** Makes a case file in the folder, named from the title, beside any other of that name. */
  create(title: Label, passphrase?: string): Promise<CaseSession>;
  isEncrypted(session: CaseSession): boolean;
  close(): Promise<void>;
}

/** A desk over named case files and over all in `folder`. Throws a UserError where a named one does not exist. */
export function openDesk({ files, folder, recorder }: { files: readonly string[]; folder: string; recorder: Recorder }): Desk {
  const named = files.map((file) => resolve(file));
  const missing = named.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new UserError(`there is no file ${missing}`, { cure: 'name a case file, or make one with "parley new"' });
  const opening = new Map<string, Promise<CaseSession>>();
  const encrypted = new Set<string>();

  const open = (file: string, passphrase?: string): Promise<CaseSession> => {
    const kept = opening.get(file);
    if (kept !== undefined) return kept;
    const opened = openCase(file, { recorder, ...(passphrase === undefined ? {} : { passphrase }) });
    opening.set(file, opened);
    opened.then(
      () => passphrase !== undefined && encrypted.add(file),
      () => opening.delete(file),
    );
    return opened;
  };
  const paths = (): string[] => [...new Set([...named, ...inFolder(folder), ...opening.keys()])];

  const describe = async (file: string, seen: Map<Id, string>): Promise<z.infer<typeof CaseFile>> => {
    try {
      if (!opening.has(file) && isEncrypted(file)) {
        return { caseId: null, file, title: null, locked: true, fault: null };
      }
      const { caseId, record } = await open(file);
      const twin = seen.get(caseId);
      if (twin !== undefined) throw new UserError(`it holds the same case as ${basename(twin)}`, { cure: 'move one of the two away' });
      seen.set(caseId, file);
      return { caseId, file, title: record.of('case').get(CASE_SUBJECT)?.body.title ?? null, locked: false, fault: null };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { caseId: null, file, title: null, locked: false, fault: `${error.message}; ${error.cure}` };
    }
  };
  const list = async () => {
    const seen = new Map<Id, string>();
    const listed: z.infer<typeof CaseFile>[] = [];
    // One after the other, so that of two copies of a case the first named is the one that opens.
    for (const file of paths()) listed.push(await describe(file, seen));
    return listed;
  };

  return {
    files: list,
    async session(caseId) {
      const isOpen = async () => {
        for (const file of paths()) {
          const session = await opening.get(file)?.catch(() => undefined);
          if (session?.caseId === caseId) return session;
        }
        return undefined;
      };
      const found = (await isOpen()) ?? (await list().then(isOpen));
      if (found === undefined) {
        throw new UserError(`there is no open case "${caseId}"`, { cure: 'name one of the desk, and unlock it first', code: 'unknown' });
      }
      return found;
    },
    async unlock(file, passphrase) {
      if (!paths().includes(file)) {
        throw new UserError(`there is no case file "${file}" on the desk`, { cure: 'name one that is listed', code: 'unknown' });
      }
      return open(file, passphrase);
    },
    async create(title, passphrase) {
      const file = freeFile(folder, caseFileName(title));
      const made = newCase(file, { title, recorder, ...(passphrase === undefined ? {} : { passphrase }) });
      opening.set(file, made);
      made.catch(() => opening.delete(file));
      if (passphrase !== undefined) encrypted.add(file);
      return made;
    },
    isEncrypted: ({ file }) => encrypted.has(file),
    async close() {
      const sessions = await Promise.allSettled(opening.values());
      opening.clear();
      await Promise.all(sessions.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };

  function freeFile(within: string, name: string): string {
    for (let number = 1; ; number += 1) {
      const file = resolve(within, `${name}${number === 1 ? '' : `-${number}`}${CASE_FILE_ENDING}`);
      if (!existsSync(file) && !opening.has(file)) return file;
    }
  }
}

function inFolder(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.endsWith(CASE_FILE_ENDING) && !entry.isDirectory())
      .map(({ name }) => resolve(join(folder, name)))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new UserError(`the folder ${folder} cannot be read`, { cure: 'give yourself the right to read it', cause: error });
  }
}
