/** A string, or its singular and plural; `{name}` stands for a parameter, `count` chooses the plural. */
export type Catalogue = Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;
