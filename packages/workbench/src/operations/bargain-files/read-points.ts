import type { PointTable } from '@parley/methods';
import { brokenFile, type NamedBytes, numberIn } from './bargain-file.ts';
import { sheetRows } from './read-bargain.ts';

/** A table of points over issues that can be divided: the column `issue` and one for each of two parties. */
export async function readPoints(file: NamedBytes): Promise<PointTable> {
  const [head, ...body] = await sheetRows(file);
  const columns = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const issueAt = columns.indexOf('issue');
  if (head === undefined || issueAt < 0) throw brokenFile(file.name, 'has no column "issue" in its first row');
  if (columns.includes('option')) throw brokenFile(file.name, 'lists options, and not points on issues that can be divided');
  const [first, second, third] = head.cells.flatMap((name, at) => (at === issueAt || name === '' ? [] : [{ name, at }]));
  if (first === undefined || second === undefined || third !== undefined)
    throw brokenFile(
      file.name,
      `has ${Math.max(0, head.cells.filter((name) => name !== '').length - 1)} parties; Adjusted Winner is for two`,
    );
  const points = (cells: readonly string[], { name, at }: { name: string; at: number }, number: number): number =>
    numberIn(cells[at] ?? '', `${file.name}, row ${number}: the points of ${name}`);
  return {
    parties: [first.name, second.name],
    issues: body.map(({ cells, number }) => ({
      name: cells[issueAt] ?? '',
      points: [points(cells, first, number), points(cells, second, number)],
    })),
  };
}
