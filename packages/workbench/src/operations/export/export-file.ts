/** A file to write: its name without a folder, what it is, and what is in it. */
export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: string;
}
