import { spanFits } from '@parley/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';
import type { ReadStatement } from './reading.ts';

function only(text: string, cue: string): ReadStatement {
  const found = readText(text).statements.filter((statement) => statement.cue?.text.includes(cue));
  expect(found, `statements by “${cue}” in: ${text}`).toHaveLength(1);
  return found[0] as ReadStatement;
}

const contentOf = (statement: ReadStatement): string => statement.content.map((span) => span.text).join(' … ');

describe('indirect speech', () => {
  it('takes the clause after the cue and the subject before it', () => {
    const statement = only('The northern delegation said that the ridge must stay open.', 'said');
    expect(statement.source?.text).toBe('The northern delegation');
    expect(contentOf(statement)).toBe('that the ridge must stay open');
    expect(statement.speech).toBe('indirect');
  });

  it('takes the words before a cue that comes last', () => {
    const statement = only('The truce would lapse within a week, the observers warned.', 'warned');
    expect(statement.source?.text).toBe('the observers');
    expect(contentOf(statement)).toBe('The truce would lapse within a week');
  });

  it('reads “according to”', () => {
    const statement = only('The bridge had been closed for two days, according to the harbour council.', 'according');
    expect(statement.source?.text).toBe('the harbour council');
    expect(contentOf(statement)).toBe('The bridge had been closed for two days');
  });

  it('ends where the same speaker’s next cue starts', () => {
    const text = 'The minister rejected the draft and accused the council of stalling.';
    expect(contentOf(only(text, 'rejected'))).toBe('the draft');
    expect(only(text, 'accused').source?.text).toBe('The minister');
  });

  it('gives a participle its own subject', () => {
    const statement = only('Hopes fell on Sunday, with harbour officials saying that the talks were over.', 'saying');
    expect(statement.source?.text).toBe('harbour officials');
  });
});

describe('direct and mixed speech', () => {
  it('takes a quotation that the cue breaks into as one content of two spans', () => {
    const statement = only('“The talks,” she said, “are over.”', 'said');
    expect(statement.content.map((span) => span.text)).toEqual(['“The talks,”', '“are over.”']);
    expect(statement.speech).toBe('direct');
  });

  it('adds quotations that go on after the cue’s sentence', () => {
    const statement = only('"We will stay," Mara Lind said. "As long as it takes. Longer, if we must."', 'said');
    expect(statement.content).toHaveLength(2);
    expect(contentOf(statement)).toContain('Longer, if we must');
  });

  it('adds the next paragraph where a quotation is left open', () => {
    const statement = only('“We came to talk about water,” Odo Varn said. “We came in good faith.\n\n“We leave with nothing.”', 'said');
    expect(contentOf(statement)).toContain('We leave with nothing');
  });

  it('takes the next paragraph after a colon', () => {
    const statement = only('Envoy Mara Lind added:\n\n“Nobody will sign a map without the river.”', 'added');
    expect(contentOf(statement)).toContain('without the river');
  });

  it('keeps words quoted in part as mixed', () => {
    const statement = only('Mara Lind called the offer “a step back” for both sides.', 'called');
    expect(statement.source?.text).toBe('Mara Lind');
    expect(statement.speech).toBe('mixed');
  });

  it('turns around with the cue', () => {
    const statement = only('"The ridge is ours," said Odo Varn, the defence minister of the north.', 'said');
    expect(statement.source?.text).toBe('Odo Varn, the defence minister of the north');
    expect(statement.speaker).toMatchObject({ name: 'Odo Varn', role: 'the defence minister of the north' });
    expect(contentOf(statement)).toBe('"The ridge is ours,"');
  });

  it('does not take a quotation inside a quotation for its end', () => {
    const statement = only('Mara Lind said, “They told us ‘never’ and then “perhaps” within one day.”', 'said');
    expect(contentOf(statement)).toContain('within one day');
  });
});

describe('speakers', () => {
  it('knows unnamed ones', () => {
    const statement = only('A senior official said that no date had been set.', 'said');
    expect(statement.speaker).toMatchObject({ anonymous: true, role: 'senior official' });
    expect(statement.voice).toBe('anonymous');
  });

  it('knows spokespeople', () => {
    expect(only('Ana Reth, a spokeswoman for the alliance, said the port would reopen.', 'said').voice).toBe('spokesperson');
  });

  it('resolves pronouns to who spoke before', () => {
    const statement = only('Odo Varn said the port would reopen. He added that the bridge would not.', 'added');
    expect(statement.source?.text).toBe('He');
    expect(statement.speaker.antecedent?.text).toBe('Odo Varn');
    expect(statement.speaker.name).toBe('Odo Varn');
  });

  it('does not give a woman’s words to a man', () => {
    const text = 'Ms. Lind said the port would reopen. Mr. Varn said it would not. She added that the bridge was safe.';
    expect(only(text, 'added').speaker.antecedent?.text).toBe('Ms. Lind');
  });

  it('gives a repeated subject to an elided one', () => {
    const statement = only('The alliance rejected the map and insisted that the river be shared.', 'insisted');
    expect(statement.source?.text).toBe('The alliance');
  });

  it('leaves out a speaker that the text does not state', () => {
    const statement = only('There are fears that the truce could end before the harvest.', 'fears');
    expect(statement.source).toBeNull();
    expect(statement.speaker.name).toBe('');
  });
});

describe('relays', () => {
  it('keeps the outlet that was told', () => {
    const statement = only('A diplomat told the Harbour Post that the maps had been withdrawn.', 'told');
    expect(statement.source?.text).toBe('A diplomat');
    expect(statement.relays.map((relay) => relay.name)).toEqual(['the Harbour Post']);
    expect(contentOf(statement)).toBe('that the maps had been withdrawn');
  });

  it('gives what reports pass on to who holds it', () => {
    const { statements } = readText('Reports indicate that the alliance rejected the maps as unfair.');
    expect(statements).toHaveLength(1);
    expect(statements[0]?.source?.text).toBe('the alliance');
    expect(statements[0]?.relays.map((relay) => relay.name)).toEqual(['Reports']);
  });

  it('keeps the chain of nested attribution, nearest first', () => {
    const text = 'Mara Lind said that the mediators had told her that the council insisted that the port stay shut.';
    expect(only(text, 'insisted').relays.map((relay) => relay.name)).toEqual(['the mediators', 'Mara Lind']);
  });
});

describe('strength', () => {
  it.each([
    ['The minister denied that a deal was near.', 'denied', 'denies'],
    ['The minister declined to comment on the maps.', 'declined', 'declinesToSay'],
    ['The minister did not say whether the port would reopen.', 'say', 'declinesToSay'],
    ['The minister refused to discuss the prisoners.', 'refused', 'declinesToSay'],
    ['The alliance demanded that the port be reopened.', 'demanded', 'demands'],
    ['The alliance offered to free the prisoners.', 'offered', 'offers'],
    ['The alliance accepted the proposal.', 'accepted', 'accepts'],
    ['The alliance rejected the proposal.', 'rejected', 'rejects'],
    ['The alliance has not rejected the proposal.', 'rejected', 'declinesToSay'],
    ['The alliance threatened to leave the talks.', 'threatened', 'threatens'],
    ['The alliance expects that the talks will resume.', 'expects', 'expects'],
    ['The alliance said that the talks had resumed.', 'said', 'asserts'],
  ])('%s', (text, cue, strength) => {
    expect(only(text, cue).strength).toBe(strength);
  });
});

describe('conditions', () => {
  it.each([
    ['The alliance said it would free the prisoners in exchange for a truce.', 'in exchange for a truce'],
    ['The minister said the port would open if the siege ended.', 'if the siege ended'],
    ['The council insisted that it would not sign unless the river was shared.', 'unless the river was shared'],
  ])('%s', (text, condition) => {
    expect(readText(text).statements[0]?.condition?.text).toBe(condition);
  });

  it('takes no question for a condition', () => {
    expect(readText('The minister asked if the port was open.').statements[0]?.condition ?? null).toBeNull();
  });
});

describe('links to a case', () => {
  const lexicon = {
    parties: [
      { id: 'north', names: ['Northern Union', 'northerner'], factions: [{ id: 'ridge', names: ['Ridge Guard'] }] },
      { id: 'coast', names: ['Coastal Alliance', 'the alliance'], factions: [] },
    ],
    issues: [{ id: 'port', terms: ['harbour'], options: [{ id: 'shared', terms: ['joint control'] }] }],
  };
  it('suggests party, faction, issue and option', () => {
    const [first, second, third] = readText(
      'The Northern Union’s Ridge Guard demanded joint control of the harbours. The alliance rejected the map of the harbour. It said that the bridge was safe.',
      { lexicon },
    ).statements;
    expect(first?.speaker).toMatchObject({ partyId: 'north', factionId: 'ridge' });
    expect(first?.links).toEqual([{ issueId: 'port', optionId: 'shared' }]);
    expect(second?.speaker.partyId).toBe('coast');
    expect(second?.links).toEqual([{ issueId: 'port' }]);
    expect(third?.links).toEqual([]);
  });

  it('matches whole words only', () => {
    const [statement] = readText('The northernmost council said the harbourside was quiet.', { lexicon }).statements;
    expect(statement?.speaker.partyId).toBeUndefined();
    expect(statement?.links).toEqual([]);
  });
});

describe('any text', () => {
  const reports = [
    'Odo Varn said the port would reopen. He added that the bridge would not.',
    '“The talks,” she said, “are over.”',
    'Reports indicate that the alliance rejected the maps as unfair.',
    'Ms. Lind told the Harbour Post that more than 300 people had left the valley since May.',
  ];

  it('reads the same whatever was read before', () => {
    const alone = reports.map((text) => readText(text));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        for (const index of order) expect(readText(reports[index] as string)).toEqual(alone[index]);
      }),
      { numRuns: 20 },
    );
  });

  it('never fails, and every span fits', () => {
    const words = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '«',
      '»',
      ':',
      '.',
      ',',
      '(',
      ')',
      'said',
      'that',
      'the',
      'minister',
      'told',
      'according',
      'to',
      'if',
      '5,000',
      'between',
      'and',
      '\n',
      '😀',
      'םולש',
      'who',
      'by',
      'is',
      'not',
      'expected',
      '--',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const reading = readText(text);
          for (const statement of reading.statements) {
            expect(statement.content.length).toBeGreaterThan(0);
            for (const span of [
              statement.source,
              statement.cue,
              statement.condition,
              statement.speaker.antecedent,
              ...statement.content,
              ...statement.relays.map((relay) => relay.span),
            ]) {
              if (span) expect(spanFits(span, text) && span.start < span.end).toBe(true);
            }
          }
          for (const figure of reading.figures) expect(spanFits(figure.span, text) && figure.low <= figure.high).toBe(true);
          for (const span of reading.unread) expect(spanFits(span, text)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lists sentences that look attributed but were not understood', () => {
    const { statements, unread } = readText('On the wall someone had painted “No river, no peace” in red.');
    expect(statements.length + unread.length).toBeGreaterThan(0);
  });

  it('keeps line ends in the offsets', () => {
    const text = 'A first line.\r\n\r\nThe minister said that the port was open.\r\n';
    const [statement] = readText(text).statements;
    expect(text.slice(statement?.source?.start, statement?.source?.end)).toBe('The minister');
  });
});
