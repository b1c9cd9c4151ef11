import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { WebhookDelivery, WebhookDeliveryPage } from '@hsl/contracts/schemas/webhooks';
import { z } from 'zod';
import { webhookLogQuerySchema, WebhookLogService, type WebhookLogQuery } from './webhook-log.service.js';

const Id = z.uuid();
const DeliveryId = z.string().regex(/^\d{1,18}$/);

/** What became of deliveries to a receiver. */
@ApiTags('webhooks')
@Controller('api/webhooks/:id/deliveries')
export class WebhookLogController {
  constructor(private readonly log: WebhookLogService) {}

  @Get()
  @ApiOperation({ summary: 'Deliveries to a receiver, newest first' })
  @ApiOkResponse({ standardSchema: WebhookDeliveryPage })
  page(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: webhookLogQuerySchema }) query: WebhookLogQuery,
  ): Promise<WebhookDeliveryPage> {
    return this.log.page(actor, id, query);
  }

  @Post(':delivery/replay')
  @ApiOperation({
    summary: 'Send the same event again',
    description: 'As a delivery of its own with the same `webhook-id`, so that a receiver may tell a repeat.',
  })
  @ApiCreatedResponse({ standardSchema: WebhookDelivery })
  replay(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('delivery', { schema: DeliveryId }) delivery: string,
  ): Promise<WebhookDelivery> {
    return this.log.replay(actor, id, delivery);
  }
}
