import { CurrentActor, type Actor } from '@hsl/access/actor';
import { CalendarQuery, RoomCalendar } from '@hsl/contracts/schemas/bookings';
import { ChangeRoom, Room } from '@hsl/contracts/schemas/venues';
import { etagOf, IfMatch } from '@hsl/platform/if-match';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, Param, Patch, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SEEN } from './headers.js';
import { RoomCalendarService } from './room-calendar.service.js';
import { VenueManagementService } from './venue-management.service.js';
import { VenuesService } from './venues.service.js';

/** Rooms: what they are and when they are free (S18 to S20). */
@ApiTags('venues')
@Controller('api/rooms')
export class RoomsController {
  constructor(
    private readonly venues: VenuesService,
    private readonly management: VenueManagementService,
    private readonly calendars: RoomCalendarService,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'One room' })
  @ApiOkResponse({ standardSchema: Room, description: 'The room; its version is the ETag' })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const room = await this.venues.getRoom(actor, id, localeOf(request));
    reply.header('etag', etagOf(room.version));
    return room;
  }

  @Get(':id/calendar')
  @ApiOperation({ summary: 'When the room is free and when it is taken, for at most 31 days' })
  @ApiOkResponse({ standardSchema: RoomCalendar, description: 'Free and taken times, in order' })
  calendar(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: CalendarQuery }) query: CalendarQuery,
  ) {
    return this.calendars.calendar(actor, id, query);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a room, or whether it is in use' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ standardSchema: Room, description: 'The room after the change' })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChangeRoom }) body: ChangeRoom,
    @IfMatch() seen: number | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.management.changeRoom({ actor, seen, locale: localeOf(request) }, id, body);
  }
}
