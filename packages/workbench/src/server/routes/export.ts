import { z } from 'zod';
import { AsOf, EXPORT_FORMATS } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { type ExportFormat, exportCase } from '../../operations/export/export-case.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

const FORMAT = {
  'statements.csv': 'csv',
  'positions.csv': 'csv',
  'figures.csv': 'csv',
  'case.json': 'json',
  'prov.json': 'prov',
} as const satisfies Record<(typeof EXPORT_FORMATS)[number], ExportFormat>;

/** The case as files that other programs read. */
export function exportRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/export/:format',
    schema: {
      operationId: 'exportCase',
      summary: 'Statements, positions or figures as tidy CSV, the case as JSON with a manifest, or its provenance as PROV-JSON',
      tags: ['views'],
      params: CaseParams.extend({ format: z.enum(EXPORT_FORMATS) }),
      querystring: AsOf.extend({}),
      response: {
        200: {
          description: 'The file',
          content: { 'text/csv': { schema: z.string() }, 'application/json': { schema: z.record(z.string(), z.unknown()) } },
        },
        ...problems,
      },
    },
    async handler({ params, query }, reply) {
      const { session, record, heldOn, scope } = await recordAsOf(desk, params.caseId, query);
      const files = exportCase(session, record, heldOn, FORMAT[params.format], scope);
      const file = files.find(({ fileName }) => fileName === params.format);
      if (file === undefined) throw new Error(`the export has no file ${params.format}`);
      return reply
        .type(file.mediaType)
        .header('Content-Disposition', `attachment; filename="${file.fileName}"`)
        .send(Buffer.from(file.body) as never);
    },
  });
}
