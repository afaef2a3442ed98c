import type { MapBytes } from './read-named-map.ts';

/** A file of people, with the year that they were counted in as far as it was said. */
export interface PeopleOfFile extends MapBytes {
  readonly year?: number | undefined;
  /** Whether people have been displaced since. */
  readonly beforeDisplacement?: boolean | undefined;
}

/** What a count of people is called by, wherever it is shown. */
export interface CountedPeople {
  readonly name: string;
  readonly year: number;
  readonly beforeDisplacement: boolean;
}

/** Null where no year was said; {@link untoldYear} then says so. */
export function countedPeople(file: PeopleOfFile | undefined): CountedPeople | null {
  if (file?.year === undefined) return null;
  return { name: file.name, year: file.year, beforeDisplacement: file.beforeDisplacement ?? false };
}

/** A count of people is never shown as if it were of today. */
export function untoldYear({ name, year }: PeopleOfFile): string[] {
  return year === undefined ? [`${name}: no year is stated for its people, who may have been displaced since`] : [];
}
