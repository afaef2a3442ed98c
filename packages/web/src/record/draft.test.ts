import { expect, test } from 'vitest';
import { blankStatement, findWords, linkOf, withLink, withNudge, withoutSpan, withParty, withRelays, withSpan } from './draft.ts';

const text = 'The chair said the gate, she insisted, must stay open if it rains.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const blank = blankStatement('report');

test('marking the speaker also names them', () => {
  const { speaker } = withSpan(blank, 'speaker', at('The chair'), text);
  expect(speaker.span).toEqual({ start: 0, end: 9, text: 'The chair' });
  expect(speaker.name).toBe('The chair');
});

test('content takes several stretches, in order of the text', () => {
  const statement = withSpan(withSpan(blank, 'content', at('must stay open'), text), 'content', at('the gate'), text);
  expect(statement.content.map((span) => span.text)).toEqual(['the gate', 'must stay open']);
});

test('a stretch that overlaps another joins it', () => {
  const statement = withSpan(withSpan(blank, 'content', at('must stay'), text), 'content', at('stay open'), text);
  expect(statement.content.map((span) => span.text)).toEqual(['must stay open']);
});

test('a part can be taken away; the name of the speaker stays', () => {
  const marked = withSpan(withSpan(blank, 'speaker', at('The chair'), text), 'condition', at('if it rains'), text);
  expect(withoutSpan(marked, 'condition')).not.toHaveProperty('condition');
  expect(withoutSpan(marked, 'speaker').speaker).toEqual({ name: 'The chair', anonymous: false });
});

test('an end moves by a word, and never past the other end', () => {
  const marked = withSpan(blank, 'cue', at('said'), text);
  expect(withNudge(marked, 'cue', 0, 'end', 1, text).cue?.text).toBe('said the');
  expect(withNudge(marked, 'cue', 0, 'start', -1, text).cue?.text).toBe('chair said');
  expect(withNudge(marked, 'cue', 0, 'end', -1, text).cue?.text).toBe('said');
});

test('typed words are found without regard to case, whole words taken, from a place on', () => {
  expect(findWords(text, 'MUST stay op')).toEqual(at('must stay open'));
  expect(findWords('aid, then aid', 'aid', 4)).toEqual({ start: 10, end: 13 });
  expect(findWords(text, 'nowhere')).toBeNull();
  expect(findWords(text, ' ')).toBeNull();
});

test('another issue takes the option of the one before away and keeps the stance', () => {
  const linked = withLink(blank, { issueId: 'water', optionId: 'shared', stance: 'rejects' });
  expect(linkOf(withLink(linked, { issueId: 'border' }))).toEqual({ issueId: 'border', optionId: '', stance: 'rejects' });
  expect(withLink(linked, { issueId: '' }).links).toEqual([]);
});

test('a party can be linked and unlinked', () => {
  expect(withParty(blank, 'north', 'wing').speaker).toMatchObject({ partyId: 'north', factionId: 'wing' });
  expect(withParty(withParty(blank, 'north'), '').speaker).not.toHaveProperty('partyId');
});

test('relays typed anew keep their words in the source', () => {
  const relayed = { ...blank, relays: [{ name: 'a wire', span: { start: 0, end: 6, text: 'a wire' } }] };
  expect(withRelays(relayed, 'a wire; a daily').relays).toEqual([relayed.relays[0], { name: 'a daily' }]);
});

test('a second link stands beside the first, and goes without it', () => {
  const one = withLink(blank, { issueId: 'water', optionId: 'shared', stance: 'demands' });
  const two = withLink(one, { issueId: 'gate', stance: 'rejects' }, 1);
  expect(two.links).toEqual([
    { issueId: 'water', optionId: 'shared', stance: 'demands' },
    { issueId: 'gate', stance: 'rejects' },
  ]);
  expect(linkOf(two, 1)).toEqual({ issueId: 'gate', optionId: '', stance: 'rejects' });
  expect(withLink(two, { stance: 'accepts' }).links[1]).toEqual({ issueId: 'gate', stance: 'rejects' });
  expect(withLink(two, { issueId: '' }, 1).links).toEqual(one.links);
});
