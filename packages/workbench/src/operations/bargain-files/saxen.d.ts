/** The part of saxen that is used; it comes without types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', hear: (name: string, attributesOf: () => Record<string, string>, decode: (text: string) => string) => void): this;
    on(event: 'closeTag', hear: (name: string) => void): this;
    on(event: 'error', hear: (error: Error) => void): this;
    parse(text: string): this;
  }
}
