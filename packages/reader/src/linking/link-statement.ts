import type { ReadStatement } from '../reading.ts';
import type { CaseLinker } from './link-case.ts';

/** Links a statement to the party that speaks and the issues that its words name. */
export function linkStatement(statement: ReadStatement, linker: CaseLinker): void {
  const party =
    (statement.source && linker.partyOf(statement.source.text)) ??
    (statement.speaker.antecedent && linker.partyOf(statement.speaker.antecedent.text));
  if (party) Object.assign(statement.speaker, party);
  statement.links = linker.issuesOf(statement.content.map((span) => span.text).join(' … '));
}
