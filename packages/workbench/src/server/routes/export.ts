import { z } from 'zod';
import { AsOf, EXPORT_FORMATS } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { exportCase } from '../../operations/export/export-case.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

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
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      const type = params.format.endsWith('.csv') ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8';
      return reply
        .type(type)
        .header('Content-Disposition', `attachment; filename="${params.format}"`)
        .send(Buffer.from(await exportCase(session, record, params.format)) as never);
    },
  });
}
