import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  PreviewRuleSet,
  RuleChanges,
  RuleSetInForce,
  RuleSetVersion,
  RuleSetVersionPage,
} from '@hsl/contracts/schemas/rules';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RuleSetReader } from './rule-set-reader.js';

/** The rules as they are, were, and will be in force; they change by proposal and approval only (S102). */
@ApiTags('rules')
@Controller('api/rule-set')
export class RuleSetController {
  constructor(private readonly reader: RuleSetReader) {}

  @Get()
  @ApiOperation({ summary: 'The rule set in force: limits of each grade, time scale, calendar version' })
  @ApiOkResponse({ standardSchema: RuleSetInForce, description: 'The rules in force' })
  inForce(@CurrentActor() actor: Actor) {
    return this.reader.inForce(actor);
  }

  @Get('versions')
  @ApiOperation({ summary: 'Every version there has been or will be, newest first' })
  @ApiOkResponse({ standardSchema: RuleSetVersionPage, description: 'A page of versions' })
  versions(@CurrentActor() actor: Actor, @Query({ schema: pageQuerySchema }) query: PageQuery) {
    return this.reader.versions(actor, query);
  }

  @Get('versions/:version')
  @ApiOperation({ summary: 'One version, who made it, and what it changed' })
  @ApiOkResponse({ standardSchema: RuleSetVersion, description: 'The version' })
  version(@CurrentActor() actor: Actor, @Param('version') version: string) {
    return this.reader.version(actor, Number(version));
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What rules of this content would change, also in the last 90 days; nothing is stored' })
  @ApiOkResponse({ standardSchema: RuleChanges, description: 'The changes to the newest version' })
  preview(@CurrentActor() actor: Actor, @Body({ schema: PreviewRuleSet }) { content }: PreviewRuleSet) {
    return this.reader.preview(actor, content);
  }
}
