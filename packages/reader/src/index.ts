export { extract } from './extract.ts';
export type { Extraction } from './extraction.ts';
export { readText } from './read-text.ts';
export type { CaseLexicon, ReadFigure, Reading, ReadOptions, ReadRelay, ReadSpeaker, ReadStatement } from './reading.ts';
export { READER } from './version.ts';
