/** Words that keep their full stop and do not end a sentence by it; lower case, without the stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen col lt sgt maj capt cmdr adm amb sec rev hon st jr sr messrs pres atty ' +
    'no v vs etc inc ltd co corp dept univ assn bros est fig approx cf ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri ' +
    'ala ariz ark calif colo conn del fla ill ind kan ky md mich minn miss mont neb nev okla ore pa penn tenn tex vt va wash wis wyo mme ft mt'
  ).split(' '),
);

/** Abbreviations after which a capital letter is a name, never a new sentence. */
export const TITLES_WITH_STOP: ReadonlySet<string> = new Set(
  'mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. lt. sgt. maj. capt. cmdr. adm. amb. sec. rev. hon. st. messrs. pres. atty. v. vs. no. mme. ft. mt.'.split(
    ' ',
  ),
);
