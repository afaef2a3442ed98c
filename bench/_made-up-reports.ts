/** Reports made up from templates with a fixed seed, for benches that only count time. */

const SPEAKERS = [
  'The northern delegation',
  'A senior official',
  'Envoy Mara Lind',
  'The coastal alliance',
  'Two people close to the talks',
  'The mediators',
  'Ms. Lind',
  'Foreign minister Odo Varn',
];
const CUES = [
  'said that',
  'insisted that',
  'told the Harbour Post that',
  'warned that',
  'denied that',
  'indicated that',
  'has repeatedly argued that',
  'did not say whether',
];
const CLAIMS = [
  'the ceasefire would hold if the port reopened',
  'more than 1,200 detainees remained in the two camps',
  'the draft left the water question unresolved',
  'its forces would withdraw from the ridge in exchange for guarantees',
  'the other side had walked away from the table',
  'between 20 and 30 trucks a day were crossing the bridge',
];
const QUOTES = [
  'We are closer than we were a week ago',
  'Nobody will sign a map without the river',
  'This is not a proposal, it is a demand',
  'The prisoners come first',
];
const FILLERS = [
  'The talks opened in the spring after months of fighting along the river.',
  'Heavy rain closed the main road for most of the morning.',
  'The two sides have met eleven times since the truce began.',
  'Shops in the old town stayed shut, and the harbour was quiet.',
];

/** A text of about so many characters. */
export function makeCorpus(characters: number, seed: number): string {
  const random = seeded(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] as string;
  const paragraphs: string[] = [];
  for (let size = 0; size < characters; ) {
    const sentences: string[] = [];
    for (let i = 0; i < 4; i++) {
      const kind = random();
      if (kind < 0.35) sentences.push(`${pick(SPEAKERS)} ${pick(CUES)} ${pick(CLAIMS)}.`);
      else if (kind < 0.55)
        sentences.push(
          `“${pick(QUOTES)},” ${pick(SPEAKERS).replace(/^[AT](?=\w* )/, (letter) => letter.toLowerCase())} said. “${pick(QUOTES)}.”`,
        );
      else sentences.push(pick(FILLERS));
    }
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

/** Reports of four paragraphs each, in UTF-8. */
export function makeReports(count: number, seed: number): Uint8Array[] {
  const paragraphs = makeCorpus(count * 1400, seed).split('\n\n');
  const size = Math.floor(paragraphs.length / count);
  return Array.from({ length: count }, (_, at) =>
    new TextEncoder().encode(`Report ${at} of the river\n\n${paragraphs.slice(at * size, (at + 1) * size).join('\n\n')}\n`),
  );
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
