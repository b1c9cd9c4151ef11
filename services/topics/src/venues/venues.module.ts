import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/communities.module.js';
import { BookingsController } from './bookings.controller.js';
import { BookingsRepository } from './bookings.repository.js';
import { BookingsService } from './bookings.service.js';
import { RoomCalendarService } from './room-calendar.service.js';
import { RoomsController } from './rooms.controller.js';
import { VenueManagementService } from './venue-management.service.js';
import { VenuesController } from './venues.controller.js';
import { VenuesRepository } from './venues.repository.js';
import { VenuesService } from './venues.service.js';

/** Venues, rooms and bookings. */
@Module({
  imports: [CommunitiesModule],
  controllers: [VenuesController, RoomsController, BookingsController],
  providers: [
    ...[VenuesService, VenueManagementService, RoomCalendarService, BookingsService],
    ...[VenuesRepository, BookingsRepository],
  ],
  exports: [VenuesRepository],
})
export class VenuesModule {}
