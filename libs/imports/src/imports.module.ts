import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { acceptTables } from './table-body.js';

/** For a service that takes tables: its routes that end in `/import` get them as bytes. */
@Module({})
export class ImportsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    acceptTables(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}
