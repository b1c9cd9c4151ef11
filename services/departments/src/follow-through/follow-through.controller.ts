import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  AnswerOrder,
  followThroughFilters,
  GiveTaskReason,
  Interview,
  InterviewPage,
  RecordInterview,
  SuperviseOrder,
  SuperviseOrderPage,
  CardWithdrawn,
} from '@hsl/contracts/schemas/task-steps';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import { FollowThroughService, type FollowThroughQuery } from './follow-through.service.js';

const QuerySchema = pageQuerySchema.extend(followThroughFilters);

/** Supervise orders, interviews and the withdrawal of cards (domain 4.4). */
@ApiTags('cards')
@Controller('api')
export class FollowThroughController {
  constructor(private readonly followThrough: FollowThroughService) {}

  @Get('orders')
  @ApiOperation({ summary: 'Supervise orders (督办单) the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: SuperviseOrderPage, description: 'A page of orders' })
  orders(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: FollowThroughQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.followThrough.orders(actor, query, localeOf({ headers }));
  }

  @Post('orders/:id/answer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer a supervise order, within one working day' })
  @ApiOkResponse({ standardSchema: SuperviseOrder, description: 'The order' })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AnswerOrder }) body: AnswerOrder,
    @IdempotencyKey() key?: string,
  ) {
    return this.followThrough.answer(actor, id, body, key);
  }

  @Post('orders/:id/closure')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close an answered order (销号)' })
  @ApiOkResponse({ standardSchema: SuperviseOrder, description: 'The order' })
  close(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.followThrough.close(actor, id);
  }

  @Get('interviews')
  @ApiOperation({ summary: 'Interviews (约谈) the caller may see, newest first, with their month of the bulletin' })
  @ApiOkResponse({ standardSchema: InterviewPage, description: 'A page of interviews' })
  interviews(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: FollowThroughQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.followThrough.interviews(actor, query, localeOf({ headers }));
  }

  @Post('interviews/:id/record')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record what was said' })
  @ApiOkResponse({ standardSchema: Interview, description: 'The interview' })
  record(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RecordInterview }) body: RecordInterview,
  ) {
    return this.followThrough.record(actor, id, body);
  }

  @Post('cards/:id/withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a card, with reason' })
  @ApiOkResponse({ standardSchema: CardWithdrawn, description: 'When it was withdrawn' })
  withdrawCard(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: GiveTaskReason }) { reason }: GiveTaskReason,
  ) {
    return this.followThrough.withdrawCard(actor, id, reason);
  }
}
