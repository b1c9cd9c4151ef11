import { Inject, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiDocumentOf } from '@hsl/platform/openapi';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { addDocsReader } from './docs-reader.js';
import { publicDocument } from './public-document.js';
import { ServiceDocuments } from './service-documents.js';

/** /api/openapi.json and its reader at /api/docs. */
@Injectable()
export class ApiDocs {
  private own?: OpenAPIObject;

  constructor(
    private readonly services: ServiceDocuments,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  register(app: NestFastifyApplication, fastify: FastifyInstance): void {
    fastify.get('/api/openapi.json', async (_request, reply) => {
      this.own ??= openApiDocumentOf(app, 'gateway');
      const document = publicDocument(this.own, await this.services.all(), this.env.GATEWAY_PUBLIC_URL);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(document));
    });
    addDocsReader(fastify);
  }
}
