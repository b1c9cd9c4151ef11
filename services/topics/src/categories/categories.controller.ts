import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import { Category, CategoryTree, ChangeCategory } from '@hsl/contracts/schemas/topics';
import { IfMatch } from '@hsl/platform/if-match';
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CategoriesRepository } from './categories.repository.js';
import { CategoryEditor } from './category-editor.js';
import { treeOf } from './category-tree.js';

const NoFilters = z.strictObject({});

/** What a matter can be about (S37). */
@ApiTags('categories')
@Controller('api/categories')
export class CategoriesController {
  constructor(
    private readonly categories: CategoriesRepository,
    private readonly editor: CategoryEditor,
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

  @Patch(':code')
  @ApiOperation({ summary: 'Change an item: its names, default grade, wanted skills, or whether it is in use' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that was seen, such as "3"' })
  @ApiOkResponse({ standardSchema: Category, description: 'The item after the change' })
  change(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body({ schema: ChangeCategory }) body: ChangeCategory,
    @IfMatch() seen: number | undefined,
  ): Promise<Category> {
    return this.editor.change(actor, code, body, seen);
  }
}
