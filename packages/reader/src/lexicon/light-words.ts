/** English words that tell nothing of what a statement is about. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and or but of to in on at by for from with as that this these those it its it's is are was were be been being has have had do does did will would shall should can could may might must " +
    "we i you he she they our your his her their my us them him me we'll we're we've i'm they're there here who which what when while if then than so very more most also just per cent percent about into over after before up out all any some said says"
  ).split(' '),
);
