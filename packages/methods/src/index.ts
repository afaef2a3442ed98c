export * from './bargain/index.ts';
export * from './exchange/index.ts';
export * from './method-note.ts';
export * from './stability/index.ts';
