/**
 * The part of the driver that is used here. The add-on ships types, but its "exports" do not lead
 * to them; its API is that of better-sqlite3, synchronous throughout.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  class Database {
    constructor(path: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number });
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare<Parameters extends unknown[], Row = unknown>(source: string): Database.Statement<Parameters, Row>;
    /** A function that runs `work` in a transaction: rolled back where it throws, nested ones as savepoints. */
    transaction<Result>(work: () => Result): { deferred(): Result; immediate(): Result; exclusive(): Result };
    exec(source: string): this;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    close(): this;
  }

  namespace Database {
    type Database = InstanceType<typeof Database>;

    interface Statement<Parameters extends unknown[], Row = unknown> {
      run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint };
      get(...parameters: Parameters): Row | undefined;
      all(...parameters: Parameters): Row[];
      iterate(...parameters: Parameters): IterableIterator<Row>;
      /** Only the first column of each row. */
      pluck(): this;
      /** Rows as arrays of their columns. */
      raw(): this;
    }

    class SqliteError extends Error {
      /** The extended result code by name: `SQLITE_IOERR_WRITE`. */
      readonly code: string;
    }
  }

  export = Database;
}
