/** The stability concepts, from least to most foresight. */
export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** The concept that an address names; `seq` where it names none. */
export function conceptOf(name: string | undefined): Concept {
  return CONCEPTS.find((concept) => concept === name) ?? 'seq';
}
