import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  MonthlyTheme,
  MonthlyThemeQuery,
  MonthlyThemes,
  ProposeMonthlyTheme,
  RuleMonthlyTheme,
  ThemeCandidateQuery,
  ThemeCandidates,
} from '@hsl/contracts/schemas/duplicates';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MonthlyThemesService } from './monthly-themes.service.js';

const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'Makes a repeated request take effect once',
};

/** What keeps coming back, taken up as the theme of a month (每月一题). */
@ApiTags('monthly themes')
@Controller('api/monthly-themes')
export class MonthlyThemesController {
  constructor(private readonly themes: MonthlyThemesService) {}

  @Get('candidates')
  @ApiOperation({ summary: 'Categories with three or more repeats blown in the month' })
  @ApiOkResponse({ standardSchema: ThemeCandidates, description: 'Most repeats first' })
  candidates(
    @CurrentActor() actor: Actor,
    @Query({ schema: ThemeCandidateQuery }) { month }: ThemeCandidateQuery,
  ): Promise<ThemeCandidates> {
    return this.themes.candidates(actor, month);
  }

  @Get()
  @ApiOperation({ summary: 'Themes proposed and ruled on, newest first' })
  @ApiOkResponse({ standardSchema: MonthlyThemes, description: 'At most 100' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: MonthlyThemeQuery }) query: MonthlyThemeQuery,
  ): Promise<MonthlyThemes> {
    return this.themes.list(actor, query);
  }

  @Post()
  @ApiOperation({ summary: 'Propose a theme' })
  @ApiHeader(KEY_HEADER)
  @ApiCreatedResponse({ standardSchema: MonthlyTheme, description: 'The theme, waiting for approval' })
  propose(
    @CurrentActor() actor: Actor,
    @Body({ schema: ProposeMonthlyTheme }) body: ProposeMonthlyTheme,
    @IdempotencyKey() key?: string,
  ): Promise<MonthlyTheme> {
    return this.themes.propose(actor, body, key);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve or refuse a theme that somebody else proposed' })
  @ApiHeader(KEY_HEADER)
  @ApiOkResponse({ standardSchema: MonthlyTheme, description: 'The theme as ruled on' })
  rule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleMonthlyTheme }) body: RuleMonthlyTheme,
    @IdempotencyKey() key?: string,
  ): Promise<MonthlyTheme> {
    return this.themes.rule(actor, id, body, key);
  }
}
