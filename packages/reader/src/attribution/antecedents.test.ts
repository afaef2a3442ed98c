import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';
import { createMentions } from './antecedents.ts';

/** A passage, words of what is said by a pronoun in it, and names that are right for whom it stands for. */
const PASSAGES: readonly (readonly [passage: string, said: string, names: readonly string[]])[] = [
  ['Envoy Mara Lind met General Oru in the capital. She said the map was not final.', 'not final', ['Envoy Mara Lind']],
  ['The Harbour League rejected the draft on Monday. It said the fees were too high.', 'too high', ['The Harbour League']],
  [
    "The League's chairman, Tomas Brek, met the governor on Sunday. He said the ferries would sail.",
    'would sail',
    ['Tomas Brek', "The League's chairman", "The League's chairman, Tomas Brek"],
  ],
  [
    'Prime Minister Ana Solis received the ambassador of Tarn. She told reporters that the pass would open.',
    'pass would open',
    ['Prime Minister Ana Solis'],
  ],
  ['The minister said the dam was safe. He added that the gates had been tested.', 'tested', ['The minister']],
  [
    'The minister said the dam was safe. Critics of Colonel Drey called it a lie. He added that the gates had been tested.',
    'tested',
    ['The minister'],
  ],
  ['“We have no list,” the colonel told the Courier. He said the prisoners were well.', 'were well', ['the colonel']],
  ['The colonel denied that his men had fired. “Nobody gave such an order,” he said.', 'such an order', ['The colonel']],
  ['General Oru denied that Captain Veil had been detained. He said the captain was on leave.', 'on leave', ['General Oru']],
  [
    'The mediators presented a map on Friday. Both delegations studied it overnight. They said it left out the wells.',
    'left out the wells',
    ['Both delegations'],
  ],
  [
    'Residents of the valley fled on Tuesday. They said soldiers had burned the mill.',
    'burned the mill',
    ['Residents of the valley', 'Residents'],
  ],
  ['Two drivers reached the camp at noon. They told the mission that the road was mined.', 'was mined', ['Two drivers']],
  [
    'The president of Tarn, Ilse Moor, wrote to the council. In the letter she said that the truce would hold.',
    'truce would hold',
    ['Ilse Moor', 'The president', 'The president of Tarn, Ilse Moor', 'The president of Tarn'],
  ],
  [
    'The spokeswoman for the ministry, Edda Roon, confirmed the meeting. Asked about the date, she said that none had been set.',
    'none had been set',
    ['Edda Roon', 'The spokeswoman for the ministry, Edda Roon', 'The spokeswoman for the ministry'],
  ],
  [
    "The union's lawyer, Ms Peeters, called the offer an insult. The company's chairman laughed at that. Her clients, she said, would strike at dawn.",
    'would strike',
    ['Ms Peeters', "The union's lawyer, Ms Peeters", "The union's lawyer"],
  ],
  ['The ministry said 14 people had been freed. It said that another 20 would follow.', 'would follow', ['The ministry']],
  [
    'The rebels offered a truce in March. The government refused. It argued that the truce would only help smugglers.',
    'help smugglers',
    ['The government'],
  ],
  [
    'Deputy minister Jonas Hale spoke after the talks. The talks, he said, had been useful.',
    'had been useful',
    ['Deputy minister Jonas Hale', 'Jonas Hale'],
  ],
  [
    'When he was asked about the wells, Commander Iro said that they were dry. He blamed the neighbours.',
    'the neighbours',
    ['Commander Iro'],
  ],
  [
    'A nurse at the clinic spoke by telephone. Shells had fallen on the ward, she said.',
    'fallen on the ward',
    ['A nurse at the clinic', 'A nurse'],
  ],
  [
    'A farmer from Yent, who asked not to be named, watched the convoy pass. He said the trucks were empty.',
    'trucks were empty',
    ['A farmer from Yent, who asked not to be named', 'A farmer from Yent', 'A farmer'],
  ],
  ['The bishop met the families of the missing. He told them that a list existed.', 'a list existed', ['The bishop']],
  [
    'The families of the missing met the bishop. They said that nobody had shown them a list.',
    'shown them a list',
    ['The families of the missing', 'The families'],
  ],
  ['Ms Arden criticised Mr Holt for leaving early. She said the chair had been empty for an hour.', 'had been empty', ['Ms Arden']],
  ['Ms Arden criticised Mr Holt for leaving early. He said the chair had been broken.', 'had been broken', ['Mr Holt']],
  [
    "The talks between Norda and Belleth broke up on Friday. Norda's foreign minister, Ivo Stahl, blamed the weather. He said that a new date would be found.",
    'a new date',
    ['Ivo Stahl', "Norda's foreign minister, Ivo Stahl", "Norda's foreign minister"],
  ],
  [
    'Asked by the Gazette about the mine, the governor said that it would close. But he warned that jobs would go.',
    'jobs would go',
    ['the governor'],
  ],
  [
    'The committee heard from Dr Vania Okello, who runs the clinic. She said that insulin had run out.',
    'insulin had run out',
    ['Dr Vania Okello'],
  ],
  ['The committee heard from the head of the clinic. It concluded that insulin had run out.', 'insulin had run out', ['The committee']],
  [
    'According to the coast guard chief, six boats were held. He said the crews were in good health.',
    'good health',
    ['the coast guard chief'],
  ],
  [
    'The statement by the Upland Council ran to four pages. It said that the corridor would stay open.',
    'corridor would stay open',
    ['The statement by the Upland Council', 'The statement', 'the Upland Council'],
  ],
  [
    "Lind's deputy, Oskar Thay, briefed the council. He said that Lind was ill.",
    'Lind was ill',
    ['Oskar Thay', "Lind's deputy, Oskar Thay", "Lind's deputy"],
  ],
  [
    'Mr Brek, whose brother Pavel owns the ferry, said that the price was fair. He said that it had not changed since May.',
    'since May',
    ['Mr Brek'],
  ],
  [
    'In Senn, Mayor Rita Volk opened the session. The deputy mayor, Karl Anders, presented the budget. Ms Volk praised it. She said that it was balanced.',
    'it was balanced',
    ['Ms Volk'],
  ],
  [
    'The king received Ambassador Lena Hart for an hour. “He was well informed,” she told reporters.',
    'well informed',
    ['Ambassador Lena Hart', 'Lena Hart'],
  ],
  [
    "The guards' commander refused to speak. His deputy said that two shots were fired. He said that nobody was hit.",
    'nobody was hit',
    ['His deputy'],
  ],
  ['Soldiers searched the house of Anna Veld on Monday night. She said that they took the radio.', 'took the radio', ['Anna Veld']],
  [
    "The governor's wife, Selma Drach, opened the school. She said that it would take 200 pupils.",
    '200 pupils',
    ["The governor's wife, Selma Drach", 'Selma Drach', "The governor's wife"],
  ],
  [
    'Captain Rhea Moss told the inquiry that the fuse was wet. Judge Olin asked who had stored it. She said that she did not know.',
    'did not know',
    ['Captain Rhea Moss'],
  ],
  [
    'Our patrol spoke with the village elder of Kesh. He reported that the bridge was mined.',
    'bridge was mined',
    ['the village elder of Kesh', 'the village elder'],
  ],
  [
    'The delegation of the North arrived late. Its leader, Orla Finn, apologised. She said that fog had closed the airport.',
    'fog had closed',
    ['Its leader, Orla Finn', 'Orla Finn', 'Its leader'],
  ],
  [
    'Radio Norda reported that the minister had resigned. It said that a successor would be named today.',
    'would be named',
    ['Radio Norda'],
  ],
  ['The report accuses the army of burning two mills. It says that witnesses saw the trucks.', 'saw the trucks', ['The report']],
  [
    'The Ministry of Water of the Republic of Halvar has studied the note. It regrets that no notice was given.',
    'no notice was given',
    ['The Ministry of Water', 'The Ministry of Water of the Republic of Halvar', 'the Republic of Halvar', 'The Ministry'],
  ],
  [
    'The delegation wishes to recall the Accord of Pell. It reaffirms that the crossing belongs to both banks.',
    'both banks',
    ['The delegation'],
  ],
  ['B. was in a good mood. He says that the palace has read the paper.', 'read the paper', ['B.', 'B']],
  ['The Prefect received us at nine. He assured us that the road would be open by noon.', 'open by noon', ['The Prefect']],
  ["Item 4. The Front's radio said the siege was over. It claimed that 30 soldiers had surrendered.", 'surrendered', ["The Front's radio"]],
  [
    'The opposition leader, Marta Quill, addressed the crowd. She promised to return the land.',
    'return the land',
    ['Marta Quill', 'The opposition leader', 'The opposition leader, Marta Quill'],
  ],
  [
    'Rebel commander Abu Tarek appeared in a video. In it he threatened to cut the pipeline.',
    'cut the pipeline',
    ['Rebel commander Abu Tarek', 'Abu Tarek'],
  ],
  [
    "The company's spokesman, Piet Droste, declined to comment. He also refused to say who owned the ship.",
    'owned the ship',
    ["The company's spokesman", 'Piet Droste'],
  ],
  ['Mother Agnes runs the kitchen. Every day, she told us, fewer people come.', 'fewer people come', ['Mother Agnes']],
  [
    'Elders from four villages met the patrol. According to them, the well was poisoned in March. They blamed the garrison.',
    'the garrison',
    ['Elders', 'Elders from four villages'],
  ],
  ['The Chair opened the session. He recalled that only two articles were open.', 'two articles were open', ['The Chair']],
  [
    'The representative of Tor took the floor. She stated that Tor could not accept the annex.',
    'accept the annex',
    ['The representative of Tor', 'The representative'],
  ],
  [
    'The Chair thanked the representative of Tor. She replied that thanks were not enough.',
    'thanks were not enough',
    ['the representative of Tor', 'the representative'],
  ],
  ['The two ministers met for an hour. They agreed that the canal should be dredged.', 'should be dredged', ['The two ministers']],
  ['The Kurrad leadership rejected the paper overnight. They described it as an ultimatum.', 'an ultimatum', ['The Kurrad leadership']],
  ['Colonel Stane was asked about the mines. He replied that there were none.', 'there were none', ['Colonel Stane']],
  ['A reporter asked General Stane about the mines. He replied that there were none.', 'there were none', ['General Stane']],
  ['When a reporter asked about the mines, General Stane smiled. There were none, he said.', 'There were none', ['General Stane']],
  [
    'Foreign minister Odo Varn flew to Tarn on Monday. There he told the assembly that the treaty was alive.',
    'treaty was alive',
    ['Foreign minister Odo Varn', 'Odo Varn'],
  ],
  ["Varn's counterpart, Lia Renn, was less sure. She called the treaty a corpse.", 'a corpse', ["Varn's counterpart", 'Lia Renn']],
  ["The president's office said that the visit was private. It did not say who had paid.", 'who had paid', ["The president's office"]],
  ['Norda has closed its border. It accuses Belleth of smuggling arms.', 'smuggling arms', ['Norda']],
  ['In the north, shepherds have blocked the pass. They say that the army took their sheep.', 'took their sheep', ['shepherds']],
  ['People in the square cheered. They said it was the first good news in a year.', 'first good news', ['People in the square', 'People']],
  ['The captain, a quiet man of fifty, walked us round the fort. Nobody, he said, had been beaten.', 'had been beaten', ['The captain']],
  ['Mr Hale and Ms Renn spoke to the press. She said the talks were frank. He said they were friendly.', 'were frank', ['Ms Renn']],
  ['Mr Hale and Ms Renn spoke to the press. She said the talks were frank. He said they were friendly.', 'were friendly', ['Mr Hale']],
  ['The mediator has spoken to both sides. She expects that they will meet again in June.', 'meet again in June', ['The mediator']],
  ["The federation's lawyers have filed a complaint. They argue that the decree is void.", 'decree is void', ["The federation's lawyers"]],
  [
    'Sources in the palace describe a different scene. They say the king left the room.',
    'left the room',
    ['Sources in the palace', 'Sources'],
  ],
  [
    'The general staff published a map. According to the staff, it shows the line of 3 May. It added that no village had been lost.',
    'no village had been lost',
    ['The general staff', 'the staff'],
  ],
  // A name that another denial only mentions, and one after "but".
  [
    'She is Ms Ilmar. Ms Ilmar confirmed that General Okpare had assured her of safe passage, but said she could not vouch for his men.',
    'she could not vouch',
    ['Ms Ilmar'],
  ],
];

describe('whom a pronoun stands for', () => {
  it.each(PASSAGES)('%s', (passage, said, names) => {
    const found = readText(passage, { language: 'en' }).statements.filter(({ content }) => content.some(({ text }) => text.includes(said)));
    const told = found.map(({ source, speaker }) => speaker.antecedent?.text ?? source?.text);
    expect(told.some((name) => names.includes(name ?? ''))).toBe(true);
  });

  it('is the same for each verb that one pronoun is the subject of', () => {
    const { statements } = readText('Ms Arden met Captain Rhea Moss. She said that it was late and added that it would be later.', {
      language: 'en',
    });
    expect(new Set(statements.map(({ speaker }) => speaker.antecedent?.text))).toEqual(new Set(['Ms Arden']));
  });
});

describe('mentions', () => {
  const at = (text: string, start: number, more = {}) => ({
    span: { start, end: start + text.length, text },
    plural: false,
    at: start,
    sentence: 0,
    speaks: false,
    place: 'subject' as const,
    ...more,
  });

  it('know nobody too far back, nobody of the other number, and no pronoun that stands for nobody', () => {
    const mentions = createMentions();
    mentions.add(at('Ms Arden', 0));
    expect(mentions.antecedentOf({ word: 'She', at: 20, sentence: 1 })?.text).toBe('Ms Arden');
    expect(mentions.antecedentOf({ word: 'they', at: 30, sentence: 1 })).toBeNull();
    expect(mentions.antecedentOf({ word: 'he', at: 40, sentence: 1 })).toBeNull();
    expect(mentions.antecedentOf({ word: 'one', at: 50, sentence: 1 })).toBeNull();
    expect(mentions.antecedentOf({ word: 'she', at: 5000, sentence: 40 })).toBeNull();
  });

  it('leave out who would have said I', () => {
    const mentions = createMentions();
    mentions.add(at('Ms Arden', 0));
    mentions.add(at('Ms Moss', 30));
    expect(mentions.antecedentOf({ word: 'she', at: 60, sentence: 0, speaker: 'Rhea Moss' })?.text).toBe('Ms Arden');
  });
});
