import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyseBargain } from '../bargain.ts';
import type { NamedBytes } from './bargain-file.ts';
import { parleyJson } from './parley-json.ts';
import { readBargain } from './read-bargain.ts';
import { spreadsheetText } from './spreadsheet-text.ts';

const file = (name: string, text: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(text) });
const analysed = async (domain: NamedBytes, ...profiles: NamedBytes[]) =>
  analyseBargain(await readBargain(domain, profiles), { mostPackages: 100, startLimits: () => ({}) });

/** Prints as GENIUS does; the second issue is listed first, and indices count from 1. */
const GENIUS_DOMAIN = file(
  'talks.xml',
  `<negotiation_template><utility_space number_of_issues="2"><objective description="" etype="objective" index="0" name="root" type="objective">
  <issue etype="integer" index="2" name="Trucks" type="integer" vtype="integer" lowerbound="10" upperbound="13" />
  <issue etype="discrete" index="1" name="Crossing" type="discrete" vtype="discrete">
    <item index="1" value="North &amp; East" cost="0"></item><item index="2" value="South" cost="0"></item><item index="3" value="Closed" cost="0"></item>
  </issue></objective></utility_space></negotiation_template>`,
);
const geniusProfile = (name: string, evaluations: [number, number, number], trucks: string, reservation = ''): NamedBytes =>
  file(
    name,
    `<utility_space><objective index="0" name="any">
    <weight index="2" value="0.25"></weight><weight index="1" value="0.75"></weight>
    <issue index="1" name="Crossing" type="discrete">
      <item index="3" value="Closed" evaluation="${evaluations[2]}" /><item index="1" value="North &amp; East" evaluation="${evaluations[0]}" />
      <item index="2" value="South" evaluation="${evaluations[1]}" /></issue>
    <issue index="2" name="Trucks" type="integer" lowerbound="10" upperbound="13">${trucks}</issue>
    </objective>${reservation}</utility_space>`,
  );
const rising = '<evaluator ftype="linear" offset="0.4" slope="0.2"></evaluator>';

describe('GENIUS', () => {
  it('is read by index and name, never by place, and evaluations by the largest of their issue', async () => {
    const view = await analysed(
      GENIUS_DOMAIN,
      geniusProfile('a.xml', [3, 7, 0], rising, '<reservation value="0.5" />'),
      geniusProfile('b.xml', [4, 1, 2], '<evaluator ftype="linear" offset="1" slope="-0.25"></evaluator>'),
    );
    expect(view.parties).toEqual(['a', 'b']);
    expect(view.packages).toBe('12');
    // South is worth 7/7 to a: 0.75 + 0.25 × (0.4 + 0.2 × 3) = 1; to b 0.75 × 1/4 + 0.25 × (1 − 0.25 × 3) = 0.25.
    expect(view.frontier[0]).toEqual({ values: [1, 0.25], packages: [{ Crossing: 'South', Trucks: '13' }] });
    // North at 10 trucks: a 0.75 × 3/7 + 0.25 × 0.4, b 1.
    expect(view.frontier.at(-1)?.values[0]).toBeCloseTo((0.75 * 3) / 7 + 0.1, 12);
    expect(view.frontier.at(-1)?.packages).toEqual([{ Crossing: 'North & East', Trucks: '10' }]);
    // a's reservation value of 0.5 rules that last one out.
    for (const { values } of view.rules.utilitarian.points) expect(values[0]).toBeGreaterThanOrEqual(0.5);
  });

  it('is refused where a value is missing, not shifted', async () => {
    const gap = file('gap.xml', new TextDecoder().decode(geniusProfile('', [1, 2, 3], rising).bytes).replace(/<item index="2"[^>]*>/, ''));
    await expect(analysed(GENIUS_DOMAIN, gap, gap)).rejects.toThrow('gap.xml does not value the option "South" of the issue "Crossing"');
    const unweighed = file(
      'w.xml',
      new TextDecoder().decode(geniusProfile('', [1, 2, 3], rising).bytes).replace(/<weight index="1"[^/]*\/weight>/, ''),
    );
    await expect(analysed(GENIUS_DOMAIN, unweighed, unweighed)).rejects.toThrow('w.xml has no weight for the issue "Crossing" (index 1)');
  });
});

describe('GeniusWeb', () => {
  const domain = file(
    'd.json',
    JSON.stringify({ name: 'd', issuesValues: { aid: { values: ['more', 'less'] }, days: { range: ['0.1', '0.4', '0.1'] } } }),
  );
  const profile = (name: string, more: number, bid?: object): NamedBytes =>
    file(
      `${name}.json`,
      JSON.stringify({
        LinearAdditiveUtilitySpace: {
          name,
          issueWeights: { aid: 0.5, days: '0.5' },
          issueUtilities: {
            aid: { DiscreteValueSetUtilities: { valueUtilities: { more, less: 1 - more } } },
            days: { NumberValueSetUtilities: { lowValue: 0.1, lowUtility: 0, highValue: 0.4, highUtility: 1 } },
          },
          reservationBid: bid && { issuevalues: bid },
        },
      }),
    );

  it('has numbers in steps, and its reservation bid is what no deal is worth', async () => {
    const view = await analysed(domain, profile('one', 1, { aid: 'less', days: 0.3 }), profile('two', 0.25));
    expect(view.parties).toEqual(['one', 'two']);
    expect(view.frontier.map(({ packages: [first] }) => first)).toEqual([
      { aid: 'more', days: '0.4' },
      { aid: 'less', days: '0.4' },
    ]);
    expect(view.rules.nash.points[0]?.values).toEqual([1, 0.625]);
  });

  it('names two parties of one name by their files', async () => {
    const one = profile('p', 1);
    expect((await analysed(domain, { ...one, name: 'x/first.json' }, { ...one, name: 'x/second.json' })).parties).toEqual([
      'first',
      'second',
    ]);
  });
});

describe('NegMAS', () => {
  const domain = file(
    'dom.yml',
    'issues:\n- name: Food\n  type: CategoricalIssue\n  values:\n  - a\n  - b\n- name: Num\n  type: ContiguousIssue\n  values:\n  - 0\n  - 3\nname: dom\ntype: negmas.outcomes.DiscreteCartesianOutcomeSpace\n',
  );
  const ufun = (name: string, rest: string): NamedBytes =>
    file(`${name}.yml`, `name: ${name}\ntype: LinearAdditiveUtilityFunction\nweights:\n- 0.5\n- 0.25\n${rest}`);

  it('has tables, linear and affine functions, and no deal by value or outcome', async () => {
    const view = await analysed(
      domain,
      ufun('one', 'reserved_value: 0.6\nvalues:\n- mapping:\n    a: 1\n    b: 0\n  type: TableFun\n- slope: 0.5\n  type: LinearFun\n'),
      ufun(
        'two',
        'reserved_value: -.inf\nreserved_outcome:\n- b\n- 3\nvalues:\n- mapping:\n    a: 0.5\n    b: 1\n  type: TableFun\n- bias: 3\n  slope: -1\n  type: negmas.AffineFun\n',
      ),
    );
    expect(view.packages).toBe('8');
    expect(view.frontier[0]).toEqual({ values: [0.875, 0.25], packages: [{ Food: 'a', Num: '3' }] });
    // No deal: 0.6 and the value of b with 3, 0.5. Only a with 1 or 2 is as good for both.
    expect(view.rules.nash.points.map(({ values }) => values)).toEqual([[0.625, 0.75]]);
  });

  it('is refused where nothing tells which weight belongs to which issue, or a function is not additive', async () => {
    const short = file('s.yml', 'name: s\ntype: LinearAdditiveUtilityFunction\nweights:\n- 1\nvalues:\n- type: IdentityFun\n');
    await expect(analysed(domain, short, short)).rejects.toThrow('s.yml has 1 weights for 2 issues');
    const other = file('m.yml', 'name: m\ntype: MappingUtilityFunction\n');
    await expect(analysed(domain, other, other)).rejects.toThrow('m.yml has a MappingUtilityFunction');
  });
});

const SHEET = `issue,option,North,South
Line,(weight),2,1
Line,River,10,0
,Ridge,0.1,8
Aid,Sea,5,5
Aid,Road,3,9
(no deal),,2..3,4
(linked),Line = River; Aid = Sea,1,
(exclude),Line = Ridge; Aid = Sea,,
(require),Line = River -> Aid = Sea,,
`;

describe('a spreadsheet', () => {
  it('holds weights, no deal, links and constraints', async () => {
    const { domain, profiles, assumedNoDeal } = await readBargain(file('t.csv', SHEET), []);
    expect(domain.issues.map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([
      ['Line', ['River', 'Ridge']],
      ['Aid', ['Sea', 'Road']],
    ]);
    expect(profiles.map(({ noDeal }) => noDeal)).toEqual([
      { kind: 'range', low: 2, high: 3 },
      { kind: 'level', value: 4 },
    ]);
    expect(assumedNoDeal).toEqual([]);
    const view = await analysed(file('t.csv', SHEET));
    expect(view.packages).toBe('2');
    expect(view.frontier).toEqual([
      { values: [26, 5], packages: [{ Line: 'River', Aid: 'Sea' }] },
      { values: [3.2, 17], packages: [{ Line: 'Ridge', Aid: 'Road' }] },
    ]);
    expect(view.rules.nash.none).toBe('noDealUnknown');
  });

  it('is written as it is read, as CSV and as JSON', async () => {
    const input = await readBargain(file('t.csv', SHEET.replace('Ridge', '=SUM(A1)').replace('Line = Ridge', 'Line = River')), []);
    for (const text of [spreadsheetText(input.domain, input.profiles), parleyJson(input.domain, input.profiles)])
      expect(await readBargain(file('again', text), [])).toEqual(input);
  });

  it('may be a workbook', async () => {
    const rows = SHEET.trim()
      .split('\n')
      .map((row) => row.split(','));
    expect(await readBargain({ name: 't.xlsx', bytes: workbook(rows) }, [])).toEqual(await readBargain(file('t.csv', SHEET), []));
  });

  it('with semicolons has a comma before decimals', async () => {
    const { profiles } = await readBargain(file('t.csv', 'issue;option;A;B\nx;y;0,5;1\nx;z;1;0,25\n'), []);
    expect(profiles[0]?.values).toEqual({ x: { y: 0.5, z: 1 } });
  });
});

const EMPTY = file(
  'p.json',
  '{"LinearAdditiveUtilitySpace":{"issueWeights":{"x":1},"issueUtilities":{"x":{"DiscreteValueSetUtilities":{"valueUtilities":{}}}}}}',
);

describe('bad input is refused with the value at fault', () => {
  const sheet = (rows: string) => () => analysed(file('t.csv', `issue,option,A,B\n${rows}`));
  it.each([
    ['weights that sum to 0', sheet('x,(weight),0,1\nx,y,1,1\n'), 'the weights of A sum to 0'],
    ['a value that is no number', sheet('x,y,NaN,1\n'), 't.csv, row 2, A: the value of "x, y" is "NaN", and not a finite number'],
    ['a missing value', sheet('x,y,,1\n'), 't.csv, row 2, A: the value of "x, y" is missing'],
    ['infinity', sheet('x,y,Infinity,1\n'), '"Infinity", and not a finite number'],
    ['numbers without end', sheet('x,y,1e300,1\n'), 'is 1e+300, beyond 10^15'],
    ['an option twice', sheet('x,y,1,1\nx,y,2,2\n'), '"y" is there twice'],
    ['an issue weighed but without options', sheet('x,(weight),1,1\nz,y,1,1\n'), 'weighs the issue "x" on row 2, which has no options'],
    [
      'a constraint on nothing',
      sheet('x,y,1,1\n(floor),x = nowhere,,\n'),
      'names the option "nowhere" of the issue "x", which is not there',
    ],
    ['one party', () => analysed(file('t.csv', 'issue,option,A\nx,y,1\n')), 'there is only one party'],
    [
      'an issue with no options',
      () => analysed(file('d.json', '{"issuesValues":{"x":{"values":[]}}}'), EMPTY, EMPTY),
      'the issue "x" has no options',
    ],
    [
      '10^9 options',
      () => analysed(file('d.json', '{"issuesValues":{"x":{"range":["0","999999999","1"]}}}')),
      'the issue "x" has 1000000000 options',
    ],
    [
      '10^9 options in YAML',
      () => analysed(file('d.yml', 'issues:\n- name: x\n  type: ContiguousIssue\n  values: [0, 999999999]\n')),
      'has 1000000000 options',
    ],
    ['broken XML', () => analysed(file('d.xml', '<negotiation_template><issue')), 'd.xml is broken XML'],
    ['broken JSON', () => analysed(file('d.json', '{"issuesValues":')), 'd.json is broken JSON'],
    ['broken YAML', () => analysed(file('d.yml', 'issues: [\n')), 'd.yml is broken YAML'],
    ['text', () => analysed(file('d.txt', 'nothing to see')), 'd.txt has none of the forms'],
    ['an empty file', () => analysed(file('d.txt', ' \n')), 'd.txt is empty'],
    ['a workbook without end', () => analysed({ name: 'd.xlsx', bytes: hugeWorkbook() }), 'd.xlsx unpacks to more than 100 MB'],
    [
      'a damaged workbook',
      () => analysed({ name: 'd.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) }),
      'd.xlsx is a damaged workbook',
    ],
  ])('%s', async (_, work, message) => {
    await expect(work()).rejects.toThrow(message);
    await expect(work()).rejects.toHaveProperty('cure');
  });
});

/** A workbook of one sheet as Excel writes it, its parts stored and not packed. */
function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string): string => {
    if (text === '') return '<c/>';
    return Number.isFinite(Number(text)) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text.replaceAll('>', '&gt;')}</t></is></c>`;
  };
  const at = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((text, column) => cell(text).replace('<c', `<c r="${at(row, column)}"`)).join('')}</row>`,
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return stored({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Talks" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  });
}

/** Its directory says 2 GB. */
function hugeWorkbook(): Uint8Array {
  const bytes = workbook([['issue', 'option', 'A', 'B']]);
  const at = Buffer.from(bytes).lastIndexOf('PK\x01\x02', undefined, 'latin1');
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 2 ** 31, true);
  return bytes;
}

function stored(parts: Readonly<Record<string, string>>): Uint8Array {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(body.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), fields, path, body);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, path);
    offset += 30 + path.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
