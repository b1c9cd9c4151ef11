import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Booking, bookingFilters, BookingPage, CancelBooking, MakeBooking } from '@hsl/contracts/schemas/bookings';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { etagOf, IfMatch } from '@hsl/platform/if-match';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BookingsService, type BookingQuery } from './bookings.service.js';
import { KEY, SEEN } from './headers.js';

const BookingQuerySchema = pageQuerySchema.extend(bookingFilters);

/** Bookings of rooms (S20). */
@ApiTags('venues')
@Controller('api/bookings')
export class BookingsController {
  constructor(private readonly bookings: BookingsService) {}

  @Get()
  @ApiOperation({ summary: 'Bookings the caller may read, the latest first' })
  @ApiOkResponse({ standardSchema: BookingPage, description: 'A page of bookings' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: BookingQuerySchema }) query: BookingQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.bookings.list({ actor, locale: localeOf(request) }, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One booking' })
  @ApiOkResponse({ standardSchema: Booking, description: 'The booking; its version is the ETag' })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const booking = await this.bookings.get({ actor, locale: localeOf(request) }, id);
    reply.header('etag', etagOf(booking.version));
    return booking;
  }

  @Post()
  @ApiOperation({ summary: 'Book a room; roomTaken (409) names free times nearby' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ standardSchema: Booking, description: 'The new booking' })
  book(
    @CurrentActor() actor: Actor,
    @Body({ schema: MakeBooking }) body: MakeBooking,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.bookings.book({ actor, key, locale: localeOf(request) }, body);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a booking that has not ended; a liaison officer with the reason' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ standardSchema: Booking, description: 'The booking after it' })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CancelBooking }) body: CancelBooking,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() seen: number | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.bookings.cancel({ actor, key, seen, locale: localeOf(request) }, id, body);
  }
}
