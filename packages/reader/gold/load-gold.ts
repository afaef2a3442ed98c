import { readdirSync, readFileSync } from 'node:fs';
import { Qualifier, type Span, Strength, spanOf } from '@parley/model';
import { speechIn } from './speech-in.ts';

/** A report of our own with what a careful person marked in it. */
export interface GoldReport {
  name: string;
  kind: string;
  language: string;
  text: string;
  statements: GoldStatement[];
  figures: GoldFigure[];
}

export interface GoldStatement {
  /** No spans where the report names no speaker. */
  source: Span[];
  /** Whom a pronoun or a shortened name stands for; null where the source says it itself. */
  antecedent: string | null;
  anonymous: boolean;
  /** No spans where the words stand after a speaker's name alone; several where the cue is parted. */
  cue: Span[];
  content: Span[];
  condition: Span | null;
  strength: Strength;
  speech: 'direct' | 'indirect' | 'mixed';
  /** Nearest the speaker first. */
  relays: string[];
}

export interface GoldFigure {
  span: Span;
  low: number;
  high: number;
  qualifier: Qualifier;
  unit: string | null;
  measure: string;
  scope: string | null;
}

/** All reports of `folder`, by name. Throws an Error that names file, line and words where a mark does not fit its report. */
export function loadGold(folder: string): GoldReport[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => parseGold(file.slice(0, -4), readFileSync(`${folder}/${file}`, 'utf8')));
}

/** One report: a head, the text, a line of four hyphens, and a line for each statement and figure (docs/gold-set.md). */
export function parseGold(name: string, file: string): GoldReport {
  const [head = '', ...rest] = file.split('\n\n');
  const [body = '', marks] = rest.join('\n\n').split('\n----\n');
  if (marks === undefined) throw new Error(`${name}: no line of four hyphens between the report and its marks`);
  const text = body.trim();
  const report: GoldReport = {
    name,
    kind: field(name, head, 'kind'),
    language: field(name, head, 'language'),
    text,
    statements: [],
    figures: [],
  };
  for (const line of marks.split('\n')) {
    if (line.trim() === '') continue;
    const at = line.indexOf(': ');
    const settings = line.slice(0, at);
    try {
      if (at < 0) throw new Error('no colon after the settings');
      if (settings.startsWith('figure ')) report.figures.push(figureOf(text, settings, line.slice(at + 2)));
      else report.statements.push(statementOf(text, settings, line.slice(at + 2)));
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}\n  in: ${line}`);
    }
  }
  return report;
}

function field(name: string, head: string, key: string): string {
  const value = new RegExp(`^${key}: (.+)$`, 'm').exec(head)?.[1];
  if (!value) throw new Error(`${name}: no "${key}: …" in the head`);
  return value;
}

function statementOf(text: string, settings: string, passage: string): GoldStatement {
  const match = /^(\w+)( anonymous)?(?: (direct|indirect|mixed))?(?: as (.+?))?(?: via (.+))?$/.exec(settings);
  if (!match) throw new Error(`"${settings}" is not: STRENGTH [anonymous] [direct|indirect|mixed] [as NAME] [via NAME > NAME]`);
  const marks = marksIn(text, passage, ['who', 'cue', 'what', 'if']);
  const of = (kind: string): Span[] => marks.filter((mark) => mark.kind === kind).map((mark) => mark.span);
  const content = of('what');
  if (content.length === 0) throw new Error('no {what …}');
  if (of('if').length > 1) throw new Error('more than one {if …}');
  const relays = match[5]?.split(' > ') ?? [];
  const antecedent = match[4] ?? null;
  for (const named of antecedent === null ? relays : [antecedent, ...relays])
    if (!text.includes(named)) throw new Error(`"${named}" does not stand in the report`);
  return {
    source: of('who'),
    antecedent,
    anonymous: match[2] !== undefined,
    cue: of('cue'),
    content,
    condition: of('if')[0] ?? null,
    strength: Strength.parse(match[1]),
    speech: (match[3] as GoldStatement['speech'] | undefined) ?? speechIn(text, content),
    relays,
  };
}

function figureOf(text: string, settings: string, passage: string): GoldFigure {
  const [value = '', measure = '', scope] = settings
    .slice('figure '.length)
    .split('|')
    .map((part) => part.trim());
  const match = /^(\w+) ([\d.]+)(?:-([\d.]+))?(?: (.+))?$/.exec(value);
  if (!match) throw new Error(`"${value}" is not: QUALIFIER LOW[-HIGH] [UNIT]`);
  const [mark, ...others] = marksIn(text, passage, ['n']);
  if (!mark || others.length > 0) throw new Error('a figure has one {n …}');
  const low = Number(match[2]);
  const high = match[3] === undefined ? low : Number(match[3]);
  return { span: mark.span, low, high, qualifier: Qualifier.parse(match[1]), unit: match[4] ?? null, measure, scope: scope ?? null };
}

interface Mark {
  kind: string;
  span: Span;
}

/** Finds the words of a passage, which must stand once in the text, and the places of its `{kind words}`. ` [...] ` leaves out a stretch. */
function marksIn(text: string, passage: string, kinds: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (const part of passage.split(' [...] ')) {
    const { plain, places } = withoutMarks(part, kinds);
    const start = only(text, plain);
    if (start < last) throw new Error(`"${plain}" stands before the words that it follows here`);
    last = start + plain.length;
    for (const { kind, from, to } of places) marks.push({ kind, span: spanOf(text, start + from, start + to) });
  }
  return marks;
}

function withoutMarks(part: string, kinds: readonly string[]): { plain: string; places: { kind: string; from: number; to: number }[] } {
  const places: { kind: string; from: number; to: number }[] = [];
  const open: { kind: string; from: number }[] = [];
  let plain = '';
  for (const piece of part.split(/(\{\w+ |\})/)) {
    const kind = /^\{(\w+) $/.exec(piece)?.[1];
    if (kind !== undefined) {
      if (!kinds.includes(kind)) throw new Error(`{${kind} …} is none of ${kinds.join(', ')}`);
      open.push({ kind, from: plain.length });
    } else if (piece === '}') {
      const mark = open.pop();
      if (!mark) throw new Error('a } without its {');
      if (mark.from === plain.length) throw new Error(`{${mark.kind} } holds no words`);
      places.push({ ...mark, to: plain.length });
    } else plain += piece;
  }
  if (open.length > 0) throw new Error(`{${open[0]?.kind} … is not closed`);
  return { plain, places: places.sort((a, b) => a.from - b.from) };
}

function only(text: string, words: string): number {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" does not stand in the report`);
  if (text.indexOf(words, at + 1) >= 0) throw new Error(`"${words}" stands more than once in the report; quote more around it`);
  return at;
}
