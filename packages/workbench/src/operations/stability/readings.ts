import { type Id, labelText, UserError } from '@parley/model';
import type { ConflictForm } from './conflict-form.ts';

type Readings = Pick<ConflictForm, 'readings'>;

/** The most ways in which readings of the deciders are put together. */
const MOST_READINGS = 16;

/** Every way to take one reading of each decider, by decider; none where one has no reading. Throws a UserError for more than 16. */
export function waysOfReading({ readings }: Readings): ReadonlyMap<Id, Id>[] {
  let ways: ReadonlyMap<Id, Id>[] = [new Map()];
  for (const [deciderId, all] of readings) {
    ways = ways.flatMap((way) => all.map(({ id }) => new Map([...way, [deciderId, id]])));
    if (ways.length > MOST_READINGS) {
      throw new UserError(`the readings can be put together in more than ${MOST_READINGS} ways`, {
        cure: 'retract readings that nobody holds any more',
        code: 'too-large',
      });
    }
  }
  return ways;
}

/** What sets a way of reading apart: the titles of the readings that have one. */
export function readingName({ readings }: Readings): string | null {
  const titles = [...readings.values()].flat().flatMap(({ body }) => (body.title === undefined ? [] : [labelText(body.title)]));
  return titles.length === 0 ? null : titles.join('; ');
}
