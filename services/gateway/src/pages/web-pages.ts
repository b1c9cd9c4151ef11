import fastifyStatic from '@fastify/static';
import { readBrand } from '@hsl/platform/brand';
import { ProblemError } from '@hsl/platform/problem.error';
import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brandedPage } from './branded-page.js';
import { ENTRIES, entryOf } from './page-entry.js';

const PAGES_DIR = join(import.meta.dirname, '../../../web/dist');
const YEAR_SECONDS = 31_536_000;

/** Nothing is loaded from, sent to, or shown inside another site. The component library writes style elements. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  // The names of the scripts are in it: it must be the newest one.
  'cache-control': 'no-cache',
};

/** The portal and the residents' pages: scripts by their hashed names, one document for every address of an entry. */
export async function servePages(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(PAGES_DIR)) return;
  await fastify.register(fastifyStatic, {
    root: PAGES_DIR,
    serve: false,
    preCompressed: true,
    maxAge: 0,
    cacheControl: false,
  });
  fastify.get('/assets/*', (request, reply) =>
    reply
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .sendFile(request.url.split('?')[0]!.slice(1)),
  );
  const brand = readBrand();
  const pages = new Map(
    ENTRIES.map((entry) => [entry, brandedPage(readFileSync(join(PAGES_DIR, entry), 'utf8'), brand)]),
  );
  fastify.get('/*', (request, reply) => {
    const entry = entryOf(request.url.split('?')[0]!);
    if (!entry) throw new ProblemError('notFound');
    return reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(pages.get(entry));
  });
}
