import { Module } from '@nestjs/common';
import { CategoriesController } from './categories.controller.js';
import { CategoryEditor } from './category-editor.js';
import { CategoriesRepository } from './categories.repository.js';

@Module({
  controllers: [CategoriesController],
  providers: [CategoriesRepository, CategoryEditor],
  exports: [CategoriesRepository],
})
export class CategoriesModule {}
