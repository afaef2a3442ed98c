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
