import { entryLog } from './001-entry-log.ts';

/** The steps from format to format, in order; a file's format is the number of steps taken. Never change one that was released. */
export const MIGRATIONS: readonly (readonly string[])[] = [entryLog];
