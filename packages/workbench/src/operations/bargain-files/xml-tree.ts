import { Parser } from 'saxen';
import { brokenFile } from './bargain-file.ts';

/** An element with its attributes and the elements in it; text between elements is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlElement[];
}

/** The root of an XML text. Entities that a document defines itself are not resolved. Throws a UserError for broken XML. */
export function xmlTree(text: string, fileName: string): XmlElement {
  const top: { name: string; attributes: Record<string, string>; children: XmlElement[] } = { name: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new Parser();
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>, decode: (text: string) => string) => {
    const attributes = Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]));
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => {
    open.pop();
  });
  parser.on('error', (error: Error) => {
    throw brokenFile(fileName, `is broken XML: ${error.message}`, error);
  });
  parser.parse(text);
  const [root] = top.children;
  if (root === undefined) throw brokenFile(fileName, 'has no XML element in it');
  return root;
}

/** All elements of a name below one, however deep, in the order of the file. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}
