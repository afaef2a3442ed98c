import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';
import type { ReadStatement } from '../reading.ts';

const read = (text: string): ReadStatement[] => readText(text, { language: 'en' }).statements;
const by = (text: string, source: string): ReadStatement | undefined => read(text).find((one) => one.source?.text === source);

describe('who passed the words on', () => {
  it.each([
    ['Three sources close to the talks told the Quay Post that the dam is safe.', 'Three sources close to the talks', ['the Quay Post']],
    [
      'The dam is safe, two engineers familiar with the survey told the Quay Post.',
      'two engineers familiar with the survey',
      ['the Quay Post'],
    ],
    ['The warden told the night editor of the Courier that the gate was shut.', 'The warden', ['the night editor of the Courier']],
    ['The minister was quoted by a local paper as saying that the gate was shut.', 'The minister', ['a local paper']],
    ['The company said through a consultant that it had paid.', 'The company', ['a consultant']],
    ['The abbot said that, according to his brother, the king would agree to a meeting.', 'his brother', ['The abbot']],
    [
      'The radio reported that the envoy said that the governor had told her that the bridge was safe.',
      'the governor',
      ['the envoy', 'The radio'],
    ],
    ['State media, citing a fisheries official, reported that the men were in good health.', 'a fisheries official', ['State media']],
    [
      'The border would open in May, the Horizon reported, citing two people briefed on the draft.',
      'two people briefed on the draft',
      ['the Horizon'],
    ],
    [
      'The agency reported on Monday, citing the defence ministry, that 14 soldiers had been freed.',
      'the defence ministry',
      ['The agency'],
    ],
    ['Citing a palace source, the paper wrote that the king had refused to sign.', 'the king', ['a palace source', 'the paper']],
    ['Interfax quoted a deputy minister as saying that gas deliveries would resume.', 'a deputy minister', ['Interfax']],
    ['The envoy, speaking to Radio Norda, said the map was final.', 'The envoy', ['Radio Norda']],
    ['In an interview with the Courier, the envoy said the map was final.', 'the envoy', ['the Courier']],
    ['The envoy said in remarks broadcast by state television that the map was final.', 'The envoy', ['state television']],
    ['The general wrote in the Morning Post that the front would hold.', 'The general', ['the Morning Post']],
    ['The captors said, via a Red Cross intermediary, that the men were alive.', 'The captors', ['a Red Cross intermediary']],
    ['The company has let it be known, through a consultant, that it could live with less.', 'The company', ['a consultant']],
    ['The envoy, in a telephone call to the station, said the map was final.', 'The envoy', []],
    ['The guide told this newspaper that the path was open.', 'The guide', []],
    ['The guide said that he would insist that the path be opened.', 'he', []],
  ])('%s', (text, source, relays) => expect(by(text, source)?.relays.map((relay) => relay.name)).toEqual(relays));
});

describe('a turn in a transcript', () => {
  const TEXT =
    'HOST: Will the boats sail on Monday?\n\nMARA ODELL: They will sail. The harbour master told me that they will.\n\nA: No. It was nine.';

  it('is what its speaker says, all of it', () => {
    expect(by(TEXT, 'MARA ODELL')).toMatchObject({
      cue: null,
      content: [{ text: 'They will sail. The harbour master told me that they will.' }],
    });
    expect(by(TEXT, 'A')?.strength).toBe('denies');
  });

  it('passes on what is told in it', () => {
    expect(by(TEXT, 'The harbour master')?.relays.map((relay) => relay.name)).toEqual(['MARA ODELL']);
  });

  it('is none where the programme introduced its own reporter, who passes nothing on', () => {
    const text =
      'HOST: We go to our correspondent in Bellmoor. Ines, what are you hearing?\n\nINES CORDAY: The mood has changed. The shepherds’ leader told me that the talks were over.\n\nODELL: They are not over.';
    expect(read(text).map(({ source, relays }) => [source?.text, relays.length])).toEqual([
      ['The shepherds’ leader', 0],
      ['ODELL', 0],
    ]);
  });

  it('is none where the programme itself asks, or where capitals head a note', () => {
    expect(read(TEXT).some((one) => one.source?.text === 'HOST')).toBe(false);
    expect(read('WARNING: The road to the pass is shut.')).toEqual([]);
  });
});

describe('what a pronoun stands for', () => {
  it.each([
    ['Envoy Lisa Maar left the office. The ministry said nothing. She said the map was lost.', 'She', 'Envoy Lisa Maar'],
    ['The council met Captain Orr. It said the bridge was safe.', 'It', 'The council'],
    ['The colonel met the committee. He said the line would hold.', 'He', 'The colonel'],
    ['The elders left at noon. They said the well was dry.', 'They', 'The elders'],
    ['Ms Tarn spoke after the list was read. She said the names were wrong.', 'She', 'Ms Tarn'],
  ])('%s', (text, pronoun, name) => expect(by(text, pronoun)?.speaker.name).toBe(name));
});

describe('a condition', () => {
  it.each([
    ['The guild said it would leave as soon as the fee was paid.', 'as soon as the fee was paid'],
    ['The envoy said the plan would be studied were it to arrive.', 'were it to arrive'],
    ['The front said it would leave once the observers had come.', 'once the observers had come'],
    ['The miners said the strike would go on until the men were freed.', 'until the men were freed'],
  ])('%s', (text, condition) => expect(read(text)[0]?.condition?.text).toBe(condition));

  it('is no time', () => expect(read('The chair said the panel would sit until Monday.')[0]?.condition).toBeNull());
});

describe('what stands between a cue and its words', () => {
  it.each([
    ['The talks, he said, had been useful.', 'he', 'The talks … had been useful'],
    ['Her clients, she said, would strike at dawn.', 'she', 'Her clients … would strike at dawn'],
    ['The captors said, via a mediator, that the men were alive.', 'The captors', 'that the men were alive'],
    ['She would say, if asked, that the treaty was dead.', 'She', 'that the treaty was dead'],
    ['The patrol was told by residents that the shots came from the hill.', 'residents', 'that the shots came from the hill'],
    ['The guild had pretended that no letter ever arrived.', 'The guild', 'that no letter ever arrived'],
    ['He pretended not to know the number.', 'He', 'not to know the number'],
    // Without the negation it would be the contrary.
    ['The rebels promised not to attack the port.', 'The rebels', 'not to attack the port'],
    ['He claimed never to have met the man.', 'He', 'never to have met the man'],
  ])('%s', (text, source, words) => {
    expect(
      by(text, source)
        ?.content.map((span) => span.text)
        .join(' … '),
    ).toBe(words);
  });

  it('a law, a poll or a reason that is cited says nothing', () => {
    const found = read('The envoy said that the talks would end, citing a new poll.');
    expect(found.some(({ content, source }) => source?.text === 'a new poll' || content.length === 0)).toBe(false);
  });

  it('"in writing" is how it was assured, and nothing that is said by itself', () => {
    expect(read('The general had assured her in writing that there would be no reprisals.')).toHaveLength(1);
  });

  it('what would be answered if somebody asked is still to be said', () => {
    const texts = [
      'If asked, the ministry would say that the road was closed.',
      'The ministry would say, if pressed, that the road was closed.',
    ];
    for (const text of texts) expect(by(text, /^If/.test(text) ? 'the ministry' : 'The ministry')?.strength).toBe('expects');
    expect(by('When asked, the ministry said that the road was closed.', 'the ministry')?.strength).toBe('asserts');
  });
});
