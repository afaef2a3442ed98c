import { UserError } from '@parley/model';
import type { Exchange, ExchangeItem } from './exchange.ts';
import { unitsOf } from './units.ts';

/** Throws a UserError for what cannot be an exchange; says nothing where it can. */
export function checkExchange(exchange: Exchange): void {
  const parties = new Set<string>();
  for (const { id } of exchange.parties) {
    if (parties.has(id)) throw new UserError(`the party "${id}" is named twice`, { cure: 'name each party once' });
    parties.add(id);
  }
  if (parties.size < 2)
    throw new UserError(`an exchange has two sides or more, and this has ${parties.size}`, { cure: 'list them as "parties"' });
  checkItems(exchange, parties);
  checkReferences(exchange);
  checkBatches(exchange);
  checkCounter(exchange, parties);
  for (const party of Object.keys(exchange.guarantor?.deposits ?? {}))
    if (!parties.has(party))
      throw new UserError(`the guarantor holds a deposit of "${party}", which is not a party`, { cure: 'name a party by its id' });
  for (const { id } of exchange.parties) checkScale(exchange, id);
  unitsOf(exchange);
}

function checkItems({ items }: Exchange, parties: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const item of items) {
    const { id, giver, receiver } = item;
    if (seen.has(id)) throw new UserError(`the item "${id}" is listed twice`, { cure: 'list it once, with its count' });
    seen.add(id);
    for (const party of [giver, receiver])
      if (!parties.has(party))
        throw new UserError(`"${party}", of item ${id}, is not a party`, {
          cure: `name one of ${[...parties].join(', ')}`,
          code: 'exchange-party',
        });
    if (giver === receiver) throw new UserError(`${giver} gives ${id} to itself`, { cure: 'name another receiver' });
    if (isUnwanted(item))
      throw new UserError(`nobody wants ${id}: it is worth 0 to ${receiver}`, {
        cure: 'leave it out, or say what it is worth to the side that receives it',
        code: 'exchange-unwanted',
      });
  }
}

function isUnwanted({ value }: ExchangeItem): boolean {
  return 'high' in value && value.high === 0;
}

function checkReferences({ items, before, phases }: Exchange): void {
  const ids = new Set(items.map(({ id }) => id));
  const check = (id: string, where: string): void => {
    if (!ids.has(id))
      throw new UserError(`${where} names "${id}", which is not an item`, { cure: 'name items by their ids', code: 'exchange-item' });
  };
  for (const { first, next } of before) for (const id of [first, next]) check(id, 'before');
  const phaseOf = new Map<string, string>();
  for (const { id: phase, items: within, fromDay, toDay } of phases) {
    if (fromDay !== null && toDay !== null && toDay < fromDay)
      throw new UserError(`phase ${phase} ends on D+${toDay}, before it begins on D+${fromDay}`, { cure: 'put its days in order' });
    for (const id of within) {
      check(id, `phase ${phase}`);
      const other = phaseOf.get(id);
      if (other !== undefined)
        throw new UserError(`${id} is in phase ${other} and in phase ${phase}`, { cure: 'put it in one, or split it into two items' });
      phaseOf.set(id, phase);
    }
  }
}

function checkBatches({ items, batches }: Exchange): void {
  const left = new Map(items.map(({ id, count }) => [id, count]));
  for (const { items: within, times } of batches)
    for (const [id, count] of Object.entries(within)) {
      const rest = left.get(id);
      if (rest === undefined)
        throw new UserError(`a batch names "${id}", which is not an item`, { cure: 'name items by their ids', code: 'exchange-item' });
      if (rest < count * times)
        throw new UserError(
          `the batches overlap: they take more of ${id} than the ${items.find((item) => item.id === id)?.count} there are`,
          {
            cure: 'put each piece in one batch only',
            code: 'exchange-batches',
          },
        );
      left.set(id, rest - count * times);
    }
}

function checkCounter({ counter, items, parties }: Exchange, known: ReadonlySet<string>): void {
  if (counter === null) return;
  for (const party of [counter.giver, counter.receiver])
    if (!known.has(party))
      throw new UserError(`"${party}", of the counter-item, is not a party`, { cure: 'name a party by its id', code: 'exchange-party' });
  if (parties.length > 2)
    throw new UserError('a divisible counter-item is for two sides', { cure: 'leave out "counter", and list what is paid as items' });
  const wrong = items.find(({ giver, receiver }) => giver !== counter.receiver || receiver !== counter.giver);
  if (wrong)
    throw new UserError(`${wrong.id} goes the same way as the counter-item`, {
      cure: 'list only what is given for it, or leave out "counter"',
    });
  const ranked = items.find(({ cost, value }) => 'rank' in cost || 'rank' in value);
  if (ranked)
    throw new UserError(`${ranked.id} has a place in an order only, and the counter-item an amount`, {
      cure: 'give numbers or ranges, or leave out "counter"',
    });
}

/** A party's own amounts are all numbers or all places in its order: a place cannot be weighed against a number. */
function checkScale({ items, parties }: Exchange, party: string): void {
  const own = items.flatMap((item) => [
    ...(item.giver === party ? [{ item, amount: item.cost }] : []),
    ...(item.receiver === party ? [{ item, amount: item.value }] : []),
  ]);
  const ranked = own.find(({ amount }) => 'rank' in amount);
  // Nothing weighs nothing in any order.
  const numbered = own.find(({ amount }) => 'low' in amount && amount.high > 0);
  if (ranked && numbered)
    throw new UserError(`${party} has a number for ${numbered.item.id} and only a place in its order for ${ranked.item.id}`, {
      cure: 'give numbers or ranges for all that it gives and receives, or put all in its order',
    });
  const breakOffCost = parties.find(({ id }) => id === party)?.breakOffCost ?? 0;
  if (ranked && breakOffCost > 0)
    throw new UserError(`breaking off costs ${party} ${breakOffCost}, which cannot be weighed against an order`, {
      cure: 'make what is at stake an item of a further phase, and put it in the order',
    });
}
