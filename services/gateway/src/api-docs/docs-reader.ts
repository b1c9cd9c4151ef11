import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const PATH = '/api/docs';
const require = createRequire(import.meta.url);
const FOLDER = dirname(require.resolve('swagger-ui-dist/package.json'));

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>有事好商量 · API</title>
  <link rel="icon" href="${PATH}/favicon-32x32.png">
  <link rel="stylesheet" href="${PATH}/swagger-ui.css">
</head>
<body>
  <div id="reader"></div>
  <script src="${PATH}/swagger-ui-bundle.js"></script>
  <script src="${PATH}/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reader', docExpansion: 'none', deepLinking: true });\n`;

/** Everything from this origin; Swagger UI sets styles and data images of its own. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** A reader for /api/openapi.json: the page, its script, and the three files it needs. */
export function addDocsReader(fastify: FastifyInstance): void {
  fastify.get(PATH, (_request, reply) =>
    reply.headers({ 'content-security-policy': POLICY, 'content-type': 'text/html; charset=utf-8' }).send(PAGE),
  );
  fastify.get(`${PATH}/start.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  for (const [file, type] of Object.entries(ASSETS)) {
    fastify.get(`${PATH}/${file}`, async (_request, reply) =>
      reply
        .headers({ 'content-type': type, 'cache-control': 'public, max-age=86400' })
        .send(await readFile(join(FOLDER, file))),
    );
  }
}
