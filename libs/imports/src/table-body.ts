import type { FastifyInstance } from 'fastify';
import { ProblemError } from '@hsl/platform/problem.error';

export const TABLE_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
const IMPORT_PATH = /\/import(\?|$)/;

/** Lets the routes that end in `/import` take tables as they are, up to the limit of every body; all others take JSON only. */
export function acceptTables(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(TABLE_TYPES, { parseAs: 'buffer' }, (request, body, done) => {
    if (IMPORT_PATH.test(request.url)) done(null, body);
    else done(new ProblemError('unsupportedMediaType'));
  });
}
