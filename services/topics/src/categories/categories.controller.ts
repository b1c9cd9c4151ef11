import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import { CategoryTree } from '@hsl/contracts/schemas/topics';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CategoriesRepository } from './categories.repository.js';
import { treeOf } from './category-tree.js';

const NoFilters = z.strictObject({}).meta({ id: 'CategoryQuery' });

/** What a matter can be about (S37). */
@ApiTags('categories')
@Controller('api/categories')
export class CategoriesController {
  constructor(
    private readonly categories: CategoriesRepository,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The six classes and fifteen items, as a tree and as one list' })
  @ApiOkResponse({ standardSchema: CategoryTree })
  async tree(@CurrentActor() actor: Actor, @Query({ schema: NoFilters }) _query: object): Promise<CategoryTree> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'category.read', { subdistrictId, subdistrictWide: true });
    return treeOf(await this.categories.classesOf(subdistrictId));
  }
}
