import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  DecideErasure,
  ErasureAsked,
  erasureFilters,
  ErasureRequest,
  ErasureRequestPage,
  RequestErasure,
} from '@hsl/contracts/schemas/personal-data';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ErasureRequests } from './erasure-requests.service.js';

const Id = z.uuid();
const RequestQuery = pageQuerySchema.extend(erasureFilters);
type RequestQuery = z.output<typeof RequestQuery>;

/** People who ask to be forgotten. */
@ApiTags('personal data')
@Controller('api/personal-data/erasure-requests')
export class ErasureRequestsController {
  constructor(private readonly requests: ErasureRequests) {}

  @Public()
  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask to be forgotten: a sender with a proof and without sign-in, or a member',
    description: 'Name and phone go once a deputy leader grants it; what was told, and every figure, stays.',
  })
  @ApiOkResponse({ standardSchema: ErasureAsked })
  ask(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Body({ schema: RequestErasure }) body: RequestErasure,
  ): Promise<ErasureAsked> {
    return this.requests.ask(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'Requests to be forgotten, newest first' })
  @ApiOkResponse({ standardSchema: ErasureRequestPage, description: 'A page of requests' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: RequestQuery }) query: RequestQuery,
  ): Promise<ErasureRequestPage> {
    return this.requests.list(actor, query);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Grant or refuse it with a reason; not by the person it is about' })
  @ApiOkResponse({ standardSchema: ErasureRequest, description: 'The request, decided' })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideErasure }) body: DecideErasure,
  ): Promise<ErasureRequest> {
    return this.requests.decide(actor, id, body);
  }
}
