import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  ChangeWebhook,
  CreateWebhook,
  NewWebhook,
  Webhook,
  WebhookEventTypes,
  WebhookPage,
} from '@hsl/contracts/schemas/webhooks';
import { etagOf, IfMatch } from '@hsl/platform/if-match';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NOTICED_EVENTS } from '../rules/notice-rules.js';
import { WebhooksService } from './webhooks.service.js';

const Id = z.uuid();
const SEEN = { name: 'If-Match', required: false, description: 'ETag as it was seen; 412 if it changed' };

/** Receivers of events. */
@ApiTags('webhooks')
@Controller('api/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @ApiOperation({ summary: 'Receivers, newest first; a key sees its own', description: 'Without their secrets.' })
  @ApiOkResponse({ standardSchema: WebhookPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: pageQuerySchema }) query: PageQuery): Promise<WebhookPage> {
    return this.webhooks.list(actor, query);
  }

  @Get('event-types')
  @ApiOperation({ summary: 'Types of events that can be subscribed to' })
  @ApiOkResponse({ standardSchema: WebhookEventTypes })
  eventTypes(): WebhookEventTypes {
    return { items: [...NOTICED_EVENTS] };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One receiver' })
  @ApiOkResponse({ standardSchema: Webhook, description: 'The receiver; its version is the ETag' })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Webhook> {
    const webhook = await this.webhooks.get(actor, id);
    reply.header('etag', etagOf(webhook.version));
    return webhook;
  }

  @Post()
  @ApiOperation({
    summary: 'Add a receiver; its secret is shown this once',
    description:
      'Events are sent as CloudEvents, at least once and in no promised order, signed as Standard Webhooks says: HMAC-SHA256 over `webhook-id.webhook-timestamp.body`.',
  })
  @ApiCreatedResponse({ standardSchema: NewWebhook })
  create(@CurrentActor() actor: Actor, @Body({ schema: CreateWebhook }) body: CreateWebhook): Promise<NewWebhook> {
    return this.webhooks.create(actor, body);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a receiver, or let it rest' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ standardSchema: Webhook })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeWebhook }) body: ChangeWebhook,
    @IfMatch() seen: number | undefined,
  ): Promise<Webhook> {
    return this.webhooks.change(actor, id, body, seen);
  }

  @Post(':id/secret')
  @ApiOperation({ summary: 'A new secret, shown this once; the old one signs nothing from now on' })
  @ApiCreatedResponse({ standardSchema: NewWebhook })
  renewSecret(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<NewWebhook> {
    return this.webhooks.renewSecret(actor, id);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove a receiver and its log' })
  @ApiOkResponse({ standardSchema: Webhook, description: 'What it was' })
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Webhook> {
    return this.webhooks.remove(actor, id);
  }
}
