/** Invented talks: no place, person or party of it exists. */
export const INVENTED_REPORT = [
  'Ferry talks open in Lowmere',
  'Northmark and the Sarrow Front met in Lowmere on Tuesday for a second round on the strait.',
  'Northmark\'s envoy, Ilse Brandt, said that the ferries must run twice a day under escort. "We will not accept free passage," she told reporters.',
  'A spokesman for the Sarrow Front said it would accept two sailings a day if the customs house stays open. The chair of the Front, Odo Pell, said that there must be free passage for every ferry.',
  'Northmark officials said that two customs houses were out of the question. Pell told Radio Lowmere that the Front may accept one joint customs house.',
  'A diplomat who asked not to be named said that the sides were close on the ferries. The Front denied that it had stopped any ferry. At least 340 passengers were stranded, the harbour office said.',
  'The talks go on next week.',
].join('\n\n');
