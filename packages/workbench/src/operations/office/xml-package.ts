import { strToU8, zipSync } from 'fflate';

/** A fixed time for all files in a package, so that the same content gives the same bytes. */
const FILE_TIME = new Date(1980, 0, 1);

/** An Open Packaging file (ECMA-376, part 2), as XLSX and DOCX are: XML files by path, zipped. */
export function xmlPackage(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(
    ([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const,
  );
  return zipSync(Object.fromEntries(entries), { mtime: FILE_TIME, level: 6 });
}

/** The list of what kind each part is. */
export function contentTypes(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** What a part leads to: `rId1`, `rId2`, … in the order given. */
export function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${base}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

/** A text within XML; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 does not allow
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
