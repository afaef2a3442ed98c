import { type ExchangeFile, exchangeFromRows, readExchange } from '@parley/methods';
import { UserError } from '@parley/model';

/** An exchange out of a file, and whether its items are named by numbers there. */
export interface ReadExchangeFile extends ExchangeFile {
  readonly hasNumberIds: boolean;
}

/**
 * Reads an exchange from a file: JSON in one of the forms of docs/exchange.md, or a schedule as CSV or XLSX.
 * Throws a UserError for a file that is neither, and for what cannot be an exchange.
 */
export async function readExchangeFile(bytes: Uint8Array, fileName: string): Promise<ReadExchangeFile> {
  const json = isJson(bytes) ? parsed(bytes, fileName) : exchangeFromRows(await rowsOf(bytes, fileName));
  return { ...readExchange(json), hasNumberIds: idsAreNumbers(json) };
}

/** The reader of tables is loaded only where there is one. */
async function rowsOf(bytes: Uint8Array, fileName: string): Promise<string[][]> {
  const { readTableRows } = await import('@parley/reader');
  return readTableRows(bytes, { fileName });
}

function isJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return head.startsWith('{') || head.startsWith('[');
}

function parsed(bytes: Uint8Array, fileName: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UserError(`${fileName} is broken JSON: ${(error as Error).message}`, { cure: 'correct it there', cause: error });
  }
}

function idsAreNumbers(json: unknown): boolean {
  const items = (json as { items?: unknown } | null)?.items;
  return Array.isArray(items) && items.length > 0 && items.every((item) => typeof (item as { id?: unknown } | null)?.id === 'number');
}
