import multipart from '@fastify/multipart';
import { answerProblem } from '@hsl/platform/fastify-server';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { ProblemError } from '@hsl/platform/problem.error';
import { Global, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILE_SERVICE, FileDesk } from './file-desk.service.js';
import { FILE_ENV, readFileEnv } from './file-env.js';
import { ObjectStore } from './object-store.js';
import { OrphanSweep } from './orphan-sweep.js';
import { storeOf } from './store-of.js';
import { PhotoLooks } from './photo-looks.js';
import { StoredFileRepository } from './stored-file.repository.js';

/** Files on the matters of a service: `FileDesk`, and the tidying behind it. Needs the table `stored_file`. */
@Global()
@Module({})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly store: ObjectStore,
    private readonly health: HealthRegistry,
    private readonly http: HttpAdapterHost,
  ) {}

  static forService(service: string): DynamicModule {
    return {
      module: FilesModule,
      providers: [
        FileDesk,
        OrphanSweep,
        PhotoLooks,
        StoredFileRepository,
        { provide: FILE_SERVICE, useValue: service },
        { provide: FILE_ENV, useFactory: readFileEnv },
        { provide: ObjectStore, useFactory: storeOf, inject: [FILE_ENV] },
      ],
      exports: [FileDesk, PhotoLooks, FILE_ENV],
    };
  }

  onModuleInit(): void {
    // Without it everything else works.
    this.health.register({ name: 'files', required: false, check: () => this.store.check() });
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would start Fastify before Nest has given it its error handler.
    void fastify.register(multipart);
    fastify.addHook('onRequest', refuseUnaskedForms);
  }
}

/** Every other route takes JSON only. */
function refuseUnaskedForms(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const isForm = request.headers['content-type']?.toLowerCase().startsWith('multipart/') === true;
  const { config } = request.routeOptions as { config?: { takesFile?: boolean } };
  if (!isForm || config?.takesFile) return done();
  answerProblem(new ProblemError('unsupportedMediaType'), request, reply);
}
