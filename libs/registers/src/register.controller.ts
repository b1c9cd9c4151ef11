import { CurrentActor, type Actor } from '@hsl/access/actor';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { etagOf, IfMatch } from '@hsl/platform/if-match';
import { Body, Controller, Get, HttpCode, Param, Post, Res, type Type } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { listController } from './register-list.controller.js';
import type { Body as Written, Register, RegisterStep } from './register.js';
import { schemasOf, type RegisterSchemas } from './register-schemas.js';
import { RegisterService } from './register.service.js';

const KEY = { name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' };
const SEEN = { name: 'If-Match', required: false, description: 'ETag of the entry as it was seen; 412 if it changed' };

/** The routes of a register: a class for the list, one for the entries, and one for each step. */
export function controllersOf(register: Register): Type[] {
  const schemas = schemasOf(register);
  const steps = register.steps.map((step) => stepController(register, schemas, step));
  return [listController(register, schemas), entryController(register, schemas), ...steps];
}

function entryController(register: Register, { entry }: RegisterSchemas): Type {
  const { name, path, tag, summary, birth } = register;

  @ApiTags(tag)
  @Controller(`api/${path}`)
  class EntryController {
    constructor(private readonly service: RegisterService) {}

    @Get(':id')
    @ApiOperation({ operationId: `${name}.get`, summary: `${summary}: one of them` })
    @ApiOkResponse({ standardSchema: entry, description: 'The entry; its version is the ETag' })
    async one(@CurrentActor() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
      const found = await this.service.get(actor, register, id);
      reply.header('etag', etagOf(found.version));
      return found;
    }

    @Post()
    @ApiOperation({ operationId: `${name}.${birth.name}`, summary: birth.summary })
    @ApiHeader(KEY)
    @ApiCreatedResponse({ standardSchema: entry, description: 'The new entry' })
    record(
      @CurrentActor() actor: Actor,
      @Body({ schema: birth.body }) body: Written,
      @IdempotencyKey() key: string | undefined,
    ) {
      return this.service.record({ actor, key }, register, body);
    }
  }
  return EntryController;
}

function stepController(register: Register, { entry }: RegisterSchemas, step: RegisterStep): Type {
  const { name, path, tag } = register;

  @ApiTags(tag)
  @Controller(`api/${path}`)
  class StepController {
    constructor(private readonly service: RegisterService) {}

    @Post(`:id/${step.path}`)
    @HttpCode(200)
    @ApiOperation({ operationId: `${name}.${step.name}`, summary: step.summary })
    @ApiHeader(KEY)
    @ApiHeader(SEEN)
    @ApiOkResponse({ standardSchema: entry, description: 'The entry after the step' })
    take(
      @CurrentActor() actor: Actor,
      @Param('id') id: string,
      @Body({ schema: step.body }) body: Written,
      @IdempotencyKey() key: string | undefined,
      @IfMatch() seen: number | undefined,
    ) {
      return this.service.take({ actor, key, seen }, register, step, id, body);
    }
  }
  return StepController;
}
