/** Name and version of what suggests statements; kept with each of them. */
export const READER: { readonly name: 'parley-reader'; readonly version: string } = { name: 'parley-reader', version: '0.2.0' };
