const OFFICE = String.raw`\b(?:our|this (?:programme|program|station)[’']s)\s+(?:own\s+)?(?:\p{Ll}[\p{Ll}-]*\s+){0,2}(?:correspondent|reporter|editor|producer)s?\b`;
/** `our correspondent in Bellmoor. Ines, what are you hearing?`, `Our reporter Kofi Larch has been to see.` */
const AHEAD = new RegExp(String.raw`${OFFICE}([^.?!:]*(?:[.?!]\s+\p{Lu}\p{L}+,)?)`, 'giu');
/** `Kofi Larch, our reporter in Yent` */
const BEHIND = new RegExp(String.raw`((?:\p{Lu}[\p{L}’'-]+\s+){0,2}\p{Lu}[\p{L}’'-]+),\s+${OFFICE}`, 'gu');
const NAME = /\p{Lu}[\p{L}’'-]+/gu;
/** Whoever is addressed by office is a guest. */
const ADDRESS = /^(?:minister|president|general|colonel|ambassador|governor|mayor|senator|doctor|professor|madam|sir|mr|mrs|ms|miss|dr)$/;

/** The names, in lower case, by which a programme introduces its own reporters: their turns are its own words. */
export function ownReporters(text: string): string[] {
  const found = [...text.matchAll(AHEAD), ...text.matchAll(BEHIND)].flatMap(([, words]) => words?.match(NAME) ?? []);
  return found.map((name) => name.toLowerCase()).filter((name) => !ADDRESS.test(name));
}
