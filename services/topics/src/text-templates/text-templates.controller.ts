import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  AddTemplate,
  ChangeTemplate,
  templateFilters,
  TextTemplate,
  TextTemplateList,
} from '@hsl/contracts/schemas/text-templates';
import { IfMatch } from '@hsl/platform/if-match';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TextTemplates } from './text-templates.service.js';

const Id = z.uuid();
const TemplateQuery = z.strictObject(templateFilters);
type TemplateQuery = z.output<typeof TemplateQuery>;

/** What do we say? (A3) */
@ApiTags('text templates')
@Controller('api/text-templates')
export class TextTemplatesController {
  constructor(private readonly templates: TextTemplates) {}

  @Get()
  @ApiOperation({ summary: 'Texts to begin with, by use and title; whoever changes them sees those not in use too' })
  @ApiOkResponse({ standardSchema: TextTemplateList })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: TemplateQuery }) { use }: TemplateQuery,
  ): Promise<TextTemplateList> {
    return this.templates.list(actor, use);
  }

  @Post()
  @ApiOperation({ summary: 'Add a text to begin with' })
  @ApiCreatedResponse({ standardSchema: TextTemplate })
  add(@CurrentActor() actor: Actor, @Body({ schema: AddTemplate }) body: AddTemplate): Promise<TextTemplate> {
    return this.templates.add(actor, body);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a text, its title, its category, or whether it is in use' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that was seen, such as "3"' })
  @ApiOkResponse({ standardSchema: TextTemplate, description: 'The template after the change' })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeTemplate }) body: ChangeTemplate,
    @IfMatch() seen: number | undefined,
  ): Promise<TextTemplate> {
    return this.templates.change(actor, id, body, seen);
  }
}
