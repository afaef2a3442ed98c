/** A PROV-JSON document in the making. Names are local to the case; the same relation is kept once. */
export interface ProvDocument {
  entity(name: string, type: string, label: string, attributes: Attributes): void;
  /** Adds an activity where it is not there, and gives back its name. `endTime` is an instant. */
  activity(name: string, type: string, endTime?: string): string;
  /** Adds an agent where it is not there, and gives back its name. `type` with its prefix. */
  agent(name: string, type: string, label: string): string;
  /** The agent of a kind for a key, named by the order in which keys were met, so that its name tells nothing. */
  numbered(kind: string, key: string, type: string, label: string): string;
  wasGeneratedBy(entity: string, activity: string, time?: string): void;
  used(activity: string, entity: string): void;
  wasDerivedFrom(generated: string, used: string): void;
  wasAttributedTo(entity: string, agent: string): void;
  wasAssociatedWith(activity: string, agent: string): void;
  actedOnBehalfOf(delegate: string, responsible: string): void;
  document(): object;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;
type Records = Record<string, Record<string, unknown>>;

export function startProv(caseId: string): ProvDocument {
  const elements = { entity: {} as Records, activity: {} as Records, agent: {} as Records };
  const relations = new Map<string, Map<string, Record<string, unknown>>>();
  const numbers = new Map<string, Map<string, string>>();

  const relate = (relation: string, ends: Record<string, string>, time?: string): void => {
    const qualified = Object.fromEntries(Object.entries(ends).map(([role, name]) => [role, qualifiedName(name)]));
    const kept = relations.get(relation) ?? new Map<string, Record<string, unknown>>();
    relations.set(relation, kept);
    kept.set(JSON.stringify(qualified), { ...qualified, ...(time === undefined ? {} : { 'prov:time': time }) });
  };
  const add = (records: Records, name: string, record: Record<string, unknown>): string => {
    records[qualifiedName(name)] ??= record;
    return name;
  };
  const agent: ProvDocument['agent'] = (name, type, label) =>
    add(elements.agent, name, { 'prov:type': qualifiedValue(type), 'prov:label': label });

  return {
    entity(name, type, label, attributes) {
      const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
      add(elements.entity, name, {
        'prov:type': qualifiedValue(`parley:${type}`),
        'prov:label': label,
        ...Object.fromEntries(given.map(([key, value]) => [`parley:${key}`, value])),
      });
    },
    activity: (name, type, endTime) =>
      add(elements.activity, name, {
        ...(endTime === undefined ? {} : { 'prov:endTime': endTime }),
        'prov:type': qualifiedValue(`parley:${type}`),
      }),
    agent,
    numbered(kind, key, type, label) {
      const known = numbers.get(kind) ?? new Map<string, string>();
      numbers.set(kind, known);
      const name = known.get(key) ?? `${kind}-${known.size + 1}`;
      known.set(key, name);
      return agent(name, type, label);
    },
    wasGeneratedBy: (entity, activity, time) => relate('wasGeneratedBy', { 'prov:entity': entity, 'prov:activity': activity }, time),
    used: (activity, entity) => relate('used', { 'prov:activity': activity, 'prov:entity': entity }),
    wasDerivedFrom: (generated, used) => relate('wasDerivedFrom', { 'prov:generatedEntity': generated, 'prov:usedEntity': used }),
    wasAttributedTo: (entity, by) => relate('wasAttributedTo', { 'prov:entity': entity, 'prov:agent': by }),
    wasAssociatedWith: (activity, by) => relate('wasAssociatedWith', { 'prov:activity': activity, 'prov:agent': by }),
    actedOnBehalfOf: (delegate, responsible) => relate('actedOnBehalfOf', { 'prov:delegate': delegate, 'prov:responsible': responsible }),
    document: () => ({
      prefix: { case: `urn:parley:case:${caseId}:`, parley: 'urn:parley:terms:' },
      ...elements,
      ...Object.fromEntries(
        [...relations].map(([relation, kept]) => [
          relation,
          Object.fromEntries([...kept.values()].map((record, i) => [`_:${relation}${i + 1}`, record])),
        ]),
      ),
    }),
  };
}

/** A name in the case's namespace. A dot may not end a qualified name, so a last one is escaped as in an address. */
function qualifiedName(name: string): string {
  return `case:${name.replace(/\.$/, '%2E')}`;
}

function qualifiedValue(name: string): { $: string; type: string } {
  return { $: name, type: 'prov:QUALIFIED_NAME' };
}
