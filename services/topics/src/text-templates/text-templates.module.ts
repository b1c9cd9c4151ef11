import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { TextTemplatesController } from './text-templates.controller.js';
import { TextTemplates } from './text-templates.service.js';

/** Texts to begin with when blowing and answering. */
@Module({
  imports: [CategoriesModule],
  controllers: [TextTemplatesController],
  providers: [TextTemplates],
})
export class TextTemplatesModule {}
