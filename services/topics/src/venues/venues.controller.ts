import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  ChangeVenue,
  CreateRoom,
  CreateVenue,
  Room,
  Venue,
  VenueDetails,
  venueFilters,
  VenuePage,
} from '@hsl/contracts/schemas/venues';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { etagOf, IfMatch } from '@hsl/platform/if-match';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KEY, SEEN } from './headers.js';
import { VenueManagementService } from './venue-management.service.js';
import { VenuesService, type VenueQuery } from './venues.service.js';

const VenueQuerySchema = pageQuerySchema.extend(venueFilters);

/** Places where people meet, with their rooms (S17 to S19, S112, S113). */
@ApiTags('venues')
@Controller('api/venues')
export class VenuesController {
  constructor(
    private readonly venues: VenuesService,
    private readonly management: VenueManagementService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Venues the caller may see, by name' })
  @ApiOkResponse({ standardSchema: VenuePage, description: 'A page of venues' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: VenueQuerySchema }) query: VenueQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.venues.list(actor, query, localeOf(request));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One venue with its rooms' })
  @ApiOkResponse({ standardSchema: VenueDetails, description: 'The venue; its version is the ETag' })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const venue = await this.venues.get(actor, id, localeOf(request));
    reply.header('etag', etagOf(venue.version));
    return venue;
  }

  @Post()
  @ApiOperation({ summary: 'Open a venue' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ standardSchema: Venue, description: 'The new venue' })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateVenue }) body: CreateVenue,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.management.create({ actor, key, locale: localeOf(request) }, body);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a venue, its opening hours, or whether it is in use' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ standardSchema: Venue, description: 'The venue after the change' })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChangeVenue }) body: ChangeVenue,
    @IfMatch() seen: number | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.management.change({ actor, seen, locale: localeOf(request) }, id, body);
  }

  @Post(':id/rooms')
  @ApiOperation({ summary: 'Add a room to a venue' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ standardSchema: Room, description: 'The new room' })
  createRoom(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CreateRoom }) body: CreateRoom,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.management.createRoom({ actor, key, locale: localeOf(request) }, id, body);
  }
}
