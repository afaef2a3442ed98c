import type {
  BargainIssue,
  BargainOrders,
  BargainPackage,
  MissingMandate,
  Ratification,
  StanceSaid,
  StatedFaction,
  StatedParty,
} from '@parley/methods';
import {
  beyondMandate,
  type CaseRecord,
  type ColumnView,
  type Day,
  holdsOn,
  labelText,
  type RowView,
  STANCES,
  supportedPositions,
  supporting,
  tableOf,
  type Version,
  VOICES,
  validities,
} from '@parley/model';
import { casePriorities, caseRules, wholePackage } from './bargain-priorities.ts';
import { narrowest } from './narrowest.ts';

/** What a case says of a bargain: stances with the ids of their positions as evidence, the rest with those of their priorities. */
export interface CaseBargain {
  readonly orders: BargainOrders;
  /** The accepted statements behind each position, priority and rule that was used. */
  readonly statements: Readonly<Record<string, readonly string[]>>;
  /** Issues without any option, which no package can settle. */
  readonly leftOut: readonly string[];
  /** Options on which one voice states several stances: taken as anything between them. */
  readonly contested: readonly CellOption[];
  /** Positions of a less authoritative voice than the one that was followed. */
  readonly setAside: readonly string[];
  /** Parties with factions that have stances of their own, and no rule by which these decide: the factions were not used. */
  readonly factionsNotUsed: readonly string[];
  /** The priorities and rules that were used. */
  readonly priorities: readonly string[];
  readonly rules: readonly string[];
  /** Priorities and rules of which a part names what is not there: that part was left out. */
  readonly partlyUsed: readonly string[];
  /** What somebody has put forward; `package` is null where it leaves an issue open. */
  readonly proposals: readonly { readonly id: string; readonly package: BargainPackage | null }[];
  /** The narrowest compartments of what was looked at: what was set aside and factions not used too, as naming them tells of them. */
  readonly compartments: readonly string[];
}

interface CellOption {
  readonly partyId: string;
  readonly factionId: string | null;
  readonly issueId: string;
  readonly optionId: string;
  readonly positions: readonly string[];
}

/**
 * The orders that the positions of a record make on a day. The record is folded through whatever compartments the asker
 * may see, so that nothing else reaches the bargain. A party's own positions count, its most authoritative voice first,
 * as in its movement; those of a faction count for the faction, and only where a rule says how factions decide. Third
 * parties hold no place in the bargain. To these come priorities, and the rules of packages. A no-deal point that no
 * priority says is unknown.
 *
 * @param ratification the rule for each party, by id
 */
export function bargainFromCase(record: CaseRecord, heldOn: Day, ratification: Readonly<Record<string, Ratification>> = {}): CaseBargain {
  const { columns, rows } = tableOf(record, heldOn);
  const parties = columns.filter(({ kind }) => kind === 'party');
  const settled = rows.filter(({ options }) => options.length > 0);
  const issues = settled.map(({ id, name, options }): BargainIssue => ({ id, name: labelText(name), options: options.map((option) => ({ id: option.id, name: labelText(option.name) })) })); // biome-ignore format: one issue
  const priorities = casePriorities(record, issues);
  const rules = caseRules(record, issues);
  const used = new Map<string, Version<'position'>>();
  const contested: CellOption[] = [];
  const setAside: string[] = [];
  const held = heldPositions(record, heldOn);
  const stancesOf = (partyId: string, factionId: string | null): StanceSaid[] =>
    settled.flatMap((row) =>
      row.options.flatMap(({ id: optionId }) => {
        const cell = { partyId, factionId, issueId: row.id, optionId };
        const all = held.get(keyOf(cell)) ?? [];
        const voice = Math.min(...all.map(({ body }) => VOICES.indexOf(body.voice)));
        const followed = all.filter(({ body }) => VOICES.indexOf(body.voice) === voice);
        if (followed.length === 0) return [];
        const positions = followed.map(({ id }) => id).sort();
        for (const position of followed) used.set(position.id, position);
        setAside.push(...all.filter((one) => !followed.includes(one)).map(({ id }) => id));
        const ranks = followed.map(({ body }) => STANCES.indexOf(body.stance));
        const [firmest, softest] = [STANCES[Math.min(...ranks)], STANCES[Math.max(...ranks)]];
        if (firmest !== softest) contested.push({ ...cell, positions });
        return [{ issueId: row.id, optionId, stance: softest ?? 'redLine', ...(firmest === softest ? {} : { upTo: firmest as StanceSaid['stance'] }), evidence: positions }]; // biome-ignore format: one stance
      }),
    );
  const stated = parties.map((column): StatedParty => {
    const rule = ratification[column.id];
    const factions = (record.of('party').get(column.id)?.body.factions ?? []).map(
      ({ id, name }): StatedFaction => ({ id, name: labelText(name), ...(rule !== undefined && { stances: stancesOf(column.id, id), ...priorities.of(column.id, id) }) }), // biome-ignore format: one faction
    );
    const own = { partyId: column.id, stances: stancesOf(column.id, null), ...priorities.of(column.id, null) };
    return rule === undefined || factions.length === 0 ? own : { ...own, factions, ratification: rule };
  });
  const ofParties = priorities.all.filter(({ body }) => parties.some(({ id }) => id === body.partyId));
  const prioritiesUsed = ofParties.filter(({ body }) => body.factionId === undefined || ratification[body.partyId] !== undefined);
  const rulesUsed = rules.used.map(({ version }) => version);
  const statements = Object.fromEntries(
    [...used.values(), ...prioritiesUsed, ...rulesUsed].map(({ id, body }) => [
      id,
      supporting(record, body.evidence).map((statement) => statement.id),
    ]),
  );
  return {
    orders: {
      domain: {
        parties: parties.map(({ id, name }) => ({ id, name: labelText(name) })),
        issues,
        constraints: rules.used.map(({ constraint }) => constraint),
        missingMandates: parties.flatMap((column) => missingMandates(column, settled)),
      },
      stated,
    },
    statements,
    leftOut: rows.filter(({ options }) => options.length === 0).map(({ id }) => id),
    contested,
    setAside: setAside.sort(),
    factionsNotUsed: parties
      .map(({ id }) => id)
      .filter((id) => ratification[id] === undefined && (hasFactionStances(held, id) || hasFactionPriorities(ofParties, id))),
    priorities: prioritiesUsed.map(({ id }) => id),
    rules: rulesUsed.map(({ id }) => id),
    partlyUsed: [...priorities.partlyUsed, ...rules.notUsed],
    proposals: [...record.of('proposal').values()].map(({ id, body }) => ({ id, package: wholePackage(body.options, issues) })),
    compartments: narrowest(record, [
      ...compartmentsOf(record, positionsOf(held, parties), Object.values(statements).flat(), parties, settled),
      ...(['priority', 'packageRule', 'proposal'] as const).flatMap((kind) =>
        [...record.of(kind).values()].map(({ entry }) => entry.compartment),
      ),
    ]),
  };
}

function keyOf({ partyId, factionId, issueId, optionId }: Omit<CellOption, 'positions'>): string {
  return [partyId, factionId ?? '', issueId, optionId].join(' ');
}

/** The positions that hold on the day, by party, faction, issue and option. */
function heldPositions(record: CaseRecord, heldOn: Day): Map<string, Version<'position'>[]> {
  const byOption = Map.groupBy(supportedPositions(record), ({ body }) => keyOf({ ...body, factionId: null }));
  const held = new Map<string, Version<'position'>[]>();
  for (const positions of byOption.values()) {
    for (const one of validities(positions)) {
      if (!holdsOn(one, heldOn)) continue;
      const key = keyOf({ ...one.position.body, factionId: one.position.body.factionId ?? null });
      held.set(key, [...(held.get(key) ?? []), one.position]);
    }
  }
  return held;
}

function positionsOf(held: ReadonlyMap<string, readonly Version<'position'>[]>, parties: readonly ColumnView[]): string[] {
  return [...held.values()].flat().flatMap(({ id, body }) => (parties.some((party) => party.id === body.partyId) ? [id] : []));
}

function hasFactionStances(held: ReadonlyMap<string, readonly Version<'position'>[]>, partyId: string): boolean {
  return [...held.values()].some((all) => all.some(({ body }) => body.partyId === partyId && body.factionId !== undefined));
}

function hasFactionPriorities(all: readonly Version<'priority'>[], partyId: string): boolean {
  return all.some(({ body }) => body.partyId === partyId && body.factionId !== undefined);
}

/** The issues that no mandate in force covers with any option; none where no mandate is known. */
function missingMandates({ id, mandates }: ColumnView, rows: readonly RowView[]): MissingMandate[] {
  return rows
    .filter((row) => row.options.every((option) => beyondMandate(mandates, row.id, option.id) !== null))
    .map((row) => ({ partyId: id, issueId: row.id }));
}

function compartmentsOf(
  record: CaseRecord,
  positionIds: readonly string[],
  statementIds: readonly string[],
  parties: readonly ColumnView[],
  rows: readonly RowView[],
): string[] {
  const entries = [
    ...positionIds.map((id) => record.of('position').get(id)),
    ...statementIds.map((id) => record.of('statement').get(id)),
    ...parties.map(({ id }) => record.of('party').get(id)),
    ...parties.flatMap(({ mandates }) => mandates.map(({ mandateId }) => record.of('mandate').get(mandateId))),
    ...rows.map(({ id }) => record.of('issue').get(id)),
  ];
  return entries.flatMap((version) => (version === undefined ? [] : [version.entry.compartment]));
}
