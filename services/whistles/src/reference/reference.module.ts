import { ImportsModule } from '@hsl/imports/imports.module';
import { Global, Module } from '@nestjs/common';
import { EstateImportController } from './estate-import.controller.js';
import { PlacesController } from './places.controller.js';
import { ReferenceBook } from './reference-book.js';
import { ReferenceConsumer } from './reference.consumer.js';

@Global()
@Module({
  imports: [ImportsModule],
  controllers: [EstateImportController, PlacesController, ReferenceConsumer],
  providers: [ReferenceBook],
  exports: [ReferenceBook],
})
export class ReferenceModule {}
