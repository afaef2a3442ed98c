import { basename, extname } from 'node:path';
import type { AdditiveProfile, BargainDomain } from '@parley/methods';
import { UserError } from '@parley/model';
import { parseDocument } from 'yaml';
import { brokenFile, type DomainFile, type NamedBytes, type ProfileFile } from './bargain-file.ts';
import { readGeniusDomain, readGeniusProfile } from './genius.ts';
import { readGeniusWebDomain, readGeniusWebProfile } from './genius-web.ts';
import { readNegmasDomain, readNegmasProfile } from './negmas.ts';
import { readParleyJson } from './parley-json.ts';
import { csvRows, type SheetRow, xlsxRows } from './sheet-rows.ts';
import { readSpreadsheet } from './spreadsheet.ts';

/** A bargain as files have it. */
export interface BargainInput {
  readonly domain: BargainDomain;
  readonly profiles: readonly AdditiveProfile[];
  /** Parties whose files say nothing of no deal: it is taken as 0 on their scale, as GENIUS and NegMAS do. */
  readonly assumedNoDeal: readonly string[];
}

/**
 * Reads a domain and the profiles that go with it: of GENIUS (XML), GeniusWeb (JSON) or NegMAS (YAML or JSON), a
 * spreadsheet (CSV, XLSX), or a bargain that was exported as JSON; the last two hold the profiles already. The form
 * is told by what stands in a file, not by its name. Parties are named as their files name them, else by file name.
 *
 * @throws UserError for what has none of these forms, and as the form demands
 */
export async function readBargain(domainFile: NamedBytes, profileFiles: readonly NamedBytes[]): Promise<BargainInput> {
  const whole = await contentOf(domainFile);
  if (whole.kind === 'data' && isOwn(whole.data)) {
    if (profileFiles.length > 0) throw brokenFile(domainFile.name, 'holds its profiles already, so no further ones can be given');
    return { ...readParleyJson(whole.data, domainFile.name), assumedNoDeal: [] };
  }
  const { issues, constraints, profiles: inside } = domainOf(whole, domainFile.name);
  const outside: ProfileFile[] = [];
  for (const file of profileFiles) {
    const profile = profileOf(await contentOf(file), file.name, issues);
    outside.push({ ...profile, name: profile.name ?? basename(file.name, extname(file.name)) });
  }
  const all = [...inside, ...outside];
  const names = distinctNames(all, [...inside.map(() => ''), ...profileFiles.map(({ name }) => basename(name, extname(name)))]);
  return {
    domain: { issues, parties: names.map((name) => ({ id: name, name })), constraints, missingMandates: [] },
    profiles: all.map(({ weights, values, terms, noDeal }, at) => ({
      partyId: names[at] ?? '',
      weights,
      values,
      terms,
      noDeal: noDeal ?? { kind: 'level', value: 0 },
    })),
    assumedNoDeal: all.flatMap(({ noDeal }, at) => (noDeal === null ? [names[at] ?? ''] : [])),
  };
}

/** The rows of a spreadsheet. Throws a UserError for a file that is none. */
export async function sheetRows(file: NamedBytes): Promise<readonly SheetRow[]> {
  const content = await contentOf(file);
  if (content.kind !== 'sheet') throw brokenFile(file.name, 'is no spreadsheet');
  return content.rows;
}

type Content =
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'sheet'; readonly rows: readonly SheetRow[] };

async function contentOf({ name, bytes }: NamedBytes): Promise<Content> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { kind: 'sheet', rows: await xlsxRows(bytes, name) };
  const text = new TextDecoder().decode(bytes).trimStart();
  if (text === '') throw brokenFile(name, 'is empty');
  if (text.startsWith('<')) return { kind: 'xml', text };
  if (text.startsWith('{') || text.startsWith('[')) return { kind: 'data', data: jsonOf(text, name) };
  const [line = ''] = text.split(/\r?\n/, 1);
  if (/^\W*issue\W/i.test(`${line} `) && /[,;\t]/.test(line)) return { kind: 'sheet', rows: csvRows(text, name) };
  return { kind: 'data', data: yamlOf(text, name) };
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw brokenFile(name, `is broken JSON: ${(error as Error).message}`, error);
  }
}

function yamlOf(text: string, name: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [fault] = document.errors;
  if (fault !== undefined) throw brokenFile(name, `is broken YAML: ${fault.message.split('\n', 1)[0]}`, fault);
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  if (typeof data !== 'object' || data === null) throw brokenFile(name, 'has none of the forms that are read');
  return data;
}

function isOwn(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'bargain' in data;
}

function domainOf(content: Content, name: string): DomainFile {
  if (content.kind === 'sheet') return readSpreadsheet(content.rows, name);
  if (content.kind === 'xml') return readGeniusDomain(content.text, name);
  if (has(content.data, 'issuesValues')) return readGeniusWebDomain(content.data, name);
  if (has(content.data, 'issues')) return readNegmasDomain(content.data, name);
  const isProfile = has(content.data, 'LinearAdditiveUtilitySpace') || has(content.data, 'weights');
  throw brokenFile(name, isProfile ? 'is a profile; the domain comes first' : 'has no issues in it');
}

function profileOf(content: Content, name: string, issues: DomainFile['issues']): ProfileFile {
  if (content.kind === 'xml') return readGeniusProfile(content.text, name, issues);
  if (content.kind === 'sheet') {
    const [profile, second] = readSpreadsheet(content.rows, name).profiles;
    if (profile === undefined || second !== undefined) throw brokenFile(name, 'has several parties; give such a spreadsheet alone');
    return profile;
  }
  if (has(content.data, 'LinearAdditiveUtilitySpace')) return readGeniusWebProfile(content.data, name, issues);
  if (has(content.data, 'type')) return readNegmasProfile(content.data, name, issues);
  const kinds = ['PartialOrdering', 'SumOfGroupsUtilitySpace'].find((kind) => has(content.data, kind));
  if (kinds !== undefined)
    throw new UserError(`${name} is a ${kinds}, and only LinearAdditiveUtilitySpace is read`, { cure: 'give a linear additive profile' });
  throw brokenFile(name, 'is no profile');
}

function has(data: unknown, key: string): boolean {
  return typeof data === 'object' && data !== null && key in data;
}

/** Names as the files have them; where two are the same, those of the files; then a number after it. */
function distinctNames(profiles: readonly ProfileFile[], fileNames: readonly string[]): string[] {
  const own = profiles.map(({ name }) => name ?? '');
  const told = own.map((name, at) => (own.filter((one) => one === name).length > 1 ? fileNames[at] || name : name));
  return told.map((name, at) => {
    const before = told.slice(0, at).filter((one) => one === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
