export { createCaseFile } from './create-case-file.ts';
export type { EntryLog, SearchHit } from './entry-log.ts';
export { isEncrypted, openCaseFile } from './open-case-file.ts';
