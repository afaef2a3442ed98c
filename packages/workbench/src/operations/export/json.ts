import type { CaseRecord, FoldScope, Kind } from '@parley/model';
import type { ExportFile } from './export-file.ts';
import type { Manifest } from './manifest.ts';
import type { Releasable } from './releasable.ts';

/** The whole case as one JSON document with its manifest first. The texts of the sources stay in the case file. */
export function jsonFile(record: CaseRecord, released: Releasable, manifest: Manifest, { compartments }: FoldScope): ExportFile {
  const { withheld: _, ...parts } = released;
  const document = {
    manifest,
    case: [...record.of('case').values()].map(({ body }) => body)[0] ?? null,
    // Whoever gets the file need not know of a circle that nothing in it is of.
    compartments: bodies(record, 'compartment').filter(({ id }) => compartments?.has(id) ?? true),
    parties: bodies(record, 'party'),
    thirdParties: bodies(record, 'thirdParty'),
    delegations: bodies(record, 'delegation'),
    issues: bodies(record, 'issue'),
    ...parts,
  };
  return { fileName: 'case.json', mediaType: 'application/json', body: `${JSON.stringify(document, null, 2)}\n` };
}

function bodies<K extends Kind>(record: CaseRecord, kind: K) {
  return [...record.of(kind).values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, body, entry }) => ({ id, compartment: entry.compartment, ...body }));
}
