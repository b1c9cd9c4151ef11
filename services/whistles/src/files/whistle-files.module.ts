import { Module } from '@nestjs/common';
import { MatterModule } from '../matter/matter.module.js';
import { WhistleFilesController } from './whistle-files.controller.js';
import { WhistlePhotoLooksController } from './whistle-photo-looks.controller.js';
import { WhistleFilesService } from './whistle-files.service.js';
import { WhistleOriginals } from './whistle-originals.service.js';

/** Photos and documents on whistles. */
@Module({
  imports: [MatterModule],
  controllers: [WhistleFilesController, WhistlePhotoLooksController],
  providers: [WhistleFilesService, WhistleOriginals],
})
export class WhistleFilesModule {}
