import { Module } from '@nestjs/common';
import { PlaceNames } from './place-names.js';
import { PlacesConsumer } from './places.consumer.js';

/** The copy of what communities and departments are called, from their owners' events. */
@Module({ controllers: [PlacesConsumer], providers: [PlaceNames], exports: [PlaceNames] })
export class PlacesModule {}
