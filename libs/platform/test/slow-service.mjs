// A service of the built library, for shutdown.int.spec.ts: one route that answers after a while, one that never ends.
import { Module } from '@nestjs/common';
import { startService } from '../dist/start-service.js';

class SlowModule {}
Module({})(SlowModule);

const app = await startService({
  name: 'slow',
  module: SlowModule,
  configure: (nest) => {
    const fastify = nest.getHttpAdapter().getInstance();
    fastify.get('/api/slow', () => {
      process.stdout.write('started\n');
      return new Promise((resolve) => setTimeout(() => resolve({ done: true }), 1_000));
    });
    fastify.get('/api/stream', (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.raw.write('data: 1\n\n');
    });
  },
});
process.stdout.write(`listening ${await app.getUrl()}\n`);
