import { Global, Module } from '@nestjs/common';
import { PlacesController } from './places.controller.js';
import { ReferenceBook } from './reference-book.js';
import { ReferenceConsumer } from './reference.consumer.js';

@Global()
@Module({
  controllers: [PlacesController, ReferenceConsumer],
  providers: [ReferenceBook],
  exports: [ReferenceBook],
})
export class ReferenceModule {}
