import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { readPlatformEnv } from './platform-env.js';
import { rootModule } from './root-module.js';

export interface TaskOptions {
  /** Name of the service the task belongs to. */
  name: string;
  /** What the task needs: usually the database module and a few providers. */
  module: Type;
}

/**
 * Runs something once with the modules of a service and without HTTP: a seed, a repair, a rotation of keys. Closes
 * everything after, also when the work throws.
 */
export async function runTask<T>(
  options: TaskOptions,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const context = await NestFactory.createApplicationContext(rootModule(options, readPlatformEnv().LOG_LEVEL), {
    bufferLogs: true,
    abortOnError: false,
  });
  try {
    context.useLogger(context.get(Logger));
    return await work(context);
  } finally {
    await context.close();
  }
}
