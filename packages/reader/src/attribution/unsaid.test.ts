import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';

/** Everything that gives out a stance or a fact; what has not been said may have none of it. */
const SAID = ['asserts', 'accepts', 'rejects', 'offers', 'demands', 'threatens', 'expects'];

const strengthsOf = (text: string): string[] => readText(text, { language: 'en' }).statements.map((one) => one.strength);

describe.each([
  [
    'negated verbs',
    [
      'The harbour master did not say whether the channel was mined.',
      'The council has not confirmed that the talks moved to Orrel.',
      'Her office would not comment on the list.',
      'The rangers could not say how many families had left.',
      'The chancellor has never confirmed the letter.',
      'The admiral did not mention the third boat.',
      'He did not explain why the convoy had turned back.',
      'They have not said when the crossing will open.',
      'The palace won’t say who drew the line.',
      'The treasurer didn’t disclose the sum.',
    ],
  ],
  [
    'subjects that are nobody',
    [
      'Nobody in the ministry would say who had given the order.',
      'No one at the embassy confirmed that the envoy had arrived.',
      'No commander said that the ridge had been retaken.',
      'Neither delegation claimed that a text existed.',
      'Neither of the two ministers would discuss the map.',
      'None of the elders said that the well was poisoned.',
      'No spokesman for the front has confirmed the loss of the depot.',
      'Not a single official said that the dam was safe.',
      'Neither the harbour guild nor the pilots would say who had cut the cable.',
      'Few of the captains said that the channel was safe.',
    ],
  ],
  [
    'neither … nor, and nor with its verb before the subject',
    [
      'The guild neither confirmed nor denied the meeting.',
      'The garrison would neither confirm nor deny that its guns had fired.',
      'The bishop neither endorsed nor rejected the plan.',
      'The committee could neither confirm the toll nor say where the dead lay.',
      'Nor did the ministry say where the prisoners were held.',
      'Nor would the envoy say when the next round begins.',
    ],
  ],
  [
    'what is turned around after a negation',
    [
      'At no point did the governor say that the road was safe.',
      'In no way did the statement suggest that the line had moved.',
      'Never has the front said that it holds the miners.',
    ],
  ],
  [
    'verbs of not doing',
    [
      'The president stopped short of saying that the truce was dead.',
      'The bloc stopped short of endorsing the boundary.',
      'The company has yet to say whether it will pay.',
      'The two sides have yet to confirm the date.',
      'The general avoided saying who had ordered the raid.',
      'The panel refrained from commenting on the leak.',
      'The secretary failed to explain where the money went.',
      'She left the hall without saying whether she would sign.',
      'The envoy could hardly say that the talks went well.',
      'The envoy refused either to confirm or deny that she had met the general.',
      'The delegates have still to agree that the line is final.',
      'The envoy said nothing about the prisoners.',
      'The judge withheld comment on the charge that ballots were burnt.',
    ],
  ],
  [
    'refusals to say',
    [
      'The consul declined to name the mediator.',
      'The union refused to comment on the ballot.',
      'The chief of police refused to be drawn on the number of arrests.',
      'He would not be drawn on the state of the talks.',
      'Asked about the hostages, she would not be drawn.',
      'The monarch is reluctant to discuss the succession.',
      'The shipping line was unwilling to say who had chartered the vessel.',
      'The clerks were unable to confirm the figure.',
      'The envoy was not prepared to discuss the annex.',
    ],
  ],
  [
    'silence',
    [
      'The royal court made no comment on the exchange.',
      'The army gave no details of the operation.',
      'The bank took no position on the pipeline.',
      'The foreign office had nothing to say about the convoy.',
      'The ministry has kept silent on the whereabouts of the bishop.',
      'Both capitals remained tight-lipped about the agenda.',
      'The delegation reserved its position on the annex.',
      'The cabinet left open whether it would attend.',
      'The minister sidestepped the question of compensation.',
      'The embassy did not return calls.',
      'The governor could not be reached for comment.',
      'A lawyer for the company was not available for comment.',
      'On the prisoners the colonel had nothing to add.',
    ],
  ],
] as const)('%s', (_class, sentences) => {
  it.each(sentences)('%s', (sentence) => {
    const strengths = strengthsOf(sentence);
    expect(strengths.length).toBeGreaterThan(0);
    expect(strengths.filter((strength) => SAID.includes(strength))).toEqual([]);
  });
});

describe('a denial', () => {
  it.each([
    'The opposition says it has not.',
    'The rebels say they did not.',
    'No, she told the reporter, the well had not been poisoned.',
    '“No,” the captain said. “We never fired.”',
    'It is not true that we took the grain, the headman said.',
    'The headman said it was untrue that his sons had taken the grain.',
    'The presidency called the recording a fabrication.',
    'The trade ministry described the story as false.',
    'The front has never said that it holds the miners.',
    'The clinic denied that any patient had been turned away.',
    'The guild disputed this.',
    'The republic does not accept that the strait is closed water.',
  ])('by words or grammar: %s', (sentence) => expect(strengthsOf(sentence)[0]).toBe('denies'));

  it.each([
    ['The emirate denied reports that the front had rejected the plan.', 'rejects'],
    ['The emirate denied that the front had accepted the plan.', 'accepts'],
    ['A spokeswoman denied that the minister had threatened to resign.', 'threatens'],
    ['The regent declined to say whether the council had rejected the heir.', 'rejects'],
    ['The envoy did not say that the union had offered a truce.', 'offers'],
  ])('of what another said takes no stance for that other: %s', (sentence, stance) => {
    const strengths = strengthsOf(sentence);
    expect(strengths.length).toBeGreaterThan(0);
    expect(strengths).not.toContain(stance);
    expect(strengths).not.toContain('asserts');
  });
});

describe('what is only supposed or asked', () => {
  it.each([
    'If the front says yes, the guns fall silent on Friday.',
    'Unless the senate agrees to the loan, the works will stop.',
    'Did the minister say that the bridge was safe?',
    'Has the council accepted the boundary?',
    'Will the guild reject the offer?',
    'Why did the envoy say that the paper was lost?',
    'Who said that the ferry was mined?',
    'Is it true that the front has accepted the map?',
    'Had the front said that it would sign, the monitors would have stayed.',
    'Should the union announce that it accepts, the strike would end.',
    'Suppose the general says no.',
    'Assuming the league agrees that the line is final, works begin in May.',
    'The guns stay in place until the front accepts the map.',
    'Once the council has accepted the map, the observers will move in.',
    'It would be wrong to say that the council accepted the plan.',
    'It is not true that the council accepted the plan.',
  ])('is nobody’s statement: %s', (sentence) => expect(strengthsOf(sentence)).toEqual([]));
});

describe('what somebody else says is not so', () => {
  it('There is no evidence that …, the monitor said', () => {
    const { statements } = readText('There is no evidence that the group agreed to disarm, the monitor said.', { language: 'en' });
    expect(statements.map(({ source, strength }) => [source?.text, strength])).toEqual([['the monitor', 'asserts']]);
  });

  it('what stands after "far from saying" has not been said', () => {
    const { statements } = readText('Far from saying that the siege was over, the commander called for reserves.', { language: 'en' });
    expect(statements.map(({ source, strength }) => [source?.text, strength])).toContainEqual(['the commander', 'demands']);
    expect(statements.map(({ strength }) => strength)).not.toContain('asserts');
  });

  it.each([
    'The group rubbished reports that it had accepted the draft.',
    'The company dismissed as fiction a report that it had sold the rifles.',
    'The palace rejected as baseless the allegation that aid had been looted.',
    'The mayor rejected claims that the bridge was mined.',
  ])('%s', (sentence) => expect(strengthsOf(sentence)[0]).toBe('denies'));
});

describe('what a denial only mentions', () => {
  it.each([
    'The premier rubbished reports that he had sold the grain.',
    'The duke laughed off suggestions that he would step down.',
    'Rumours that the front had accepted the plan went round the market.',
    'The premier poured cold water on claims that a deal was close.',
  ])('is nobody’s assertion: %s', (sentence) => expect(strengthsOf(sentence).filter((strength) => SAID.includes(strength))).toEqual([]));
});

describe('what is still to be said', () => {
  it.each([
    'The king is expected to announce that the siege is over.',
    'The premier plans to tell parliament that the border is open.',
    'The delegation may say on Friday that it accepts the plan.',
  ])('%s', (sentence) => {
    const strengths = strengthsOf(sentence);
    expect(strengths.length).toBeGreaterThan(0);
    expect(strengths.filter((strength) => strength !== 'expects')).toEqual([]);
  });
});

describe('a refusal of one’s own', () => {
  it.each([
    'The committee says it will not.',
    'The commander said that under no circumstances would his side leave the ridge.',
    'Under no circumstances would the front sign, its leader said.',
    'The union said it would never sell the quarry.',
    'The envoy said they would sooner go home.',
    'The regent said she had no intention of stepping down.',
    'The herders said they were not prepared to share the spring.',
    'The miners said they won’t go back.',
    '“We will not hand over the archive,” the abbot said.',
  ])('%s', (sentence) => expect(strengthsOf(sentence)[0]).toBe('rejects'));
});

describe('the force of what is said', () => {
  it.each([
    ['The front said it would free the pilots if the road opened.', 'offers'],
    ['The minister said his men would leave the pass as soon as the observers arrived.', 'offers'],
    ['The guild said it would walk out if the clause stayed.', 'threatens'],
    ['The mayor said the garrison must leave the school.', 'demands'],
    ['The senator said both sides should stop shelling.', 'demands'],
    ['The elders say they want the well reopened.', 'demands'],
    ['The abbot said he accepts the boundary.', 'accepts'],
    ['The governor said she hoped the rains would come.', 'expects'],
    ['The engineer said the dam should have been drained.', 'asserts'],
    ['The minister said it would not be easy.', 'asserts'],
    ['The bank said it would consider a loan if the strike ended.', 'asserts'],
    ['The clerk insisted that the ledger would be found.', 'asserts'],
    ['The envoy insisted that the ledger be returned.', 'demands'],
    ['The delegate asked that the minutes be changed.', 'demands'],
  ])('%s', (sentence, strength) => expect(strengthsOf(sentence)[0]).toBe(strength));
});
