import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  FigureCasePage,
  FigureCasesQuery,
  FigureQuery,
  FiguresAnswer,
  FiguresQuery,
  LightsAnswer,
  LightsQuery,
  OneFigureAnswer,
} from '@hsl/contracts/schemas/figures';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FiguresService } from './figures.service.js';
import { LightsService } from './lights.service.js';

/** The indicators of domain 5.1, and the cases behind each. */
@ApiTags('insight')
@Controller('api/figures')
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly lights: LightsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All figures of a period within your scope, beside the period and the year before' })
  @ApiOkResponse({ standardSchema: FiguresAnswer })
  all(@CurrentActor() actor: Actor, @Query({ schema: FiguresQuery }) query: FiguresQuery): Promise<FiguresAnswer> {
    return this.figures.all(actor, query);
  }

  @Get('briefing')
  @ApiOperation({ summary: 'The headline figures of a site meeting, for any period, each with what it rests on' })
  @ApiOkResponse({ standardSchema: FiguresAnswer })
  briefing(@CurrentActor() actor: Actor, @Query({ schema: FiguresQuery }) query: FiguresQuery): Promise<FiguresAnswer> {
    return this.figures.briefing(actor, query);
  }

  @Get('lights')
  @ApiOperation({ summary: 'Red, amber or green for each department and community, with the reason' })
  @ApiOkResponse({ standardSchema: LightsAnswer })
  allLights(@CurrentActor() actor: Actor, @Query({ schema: LightsQuery }) query: LightsQuery): Promise<LightsAnswer> {
    return this.lights.read(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One figure with its formula in words, its series, and cut apart' })
  @ApiOkResponse({ standardSchema: OneFigureAnswer })
  one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: FigureQuery }) query: FigureQuery,
  ): Promise<OneFigureAnswer> {
    return this.figures.one(actor, id, query);
  }

  @Get(':id/cases')
  @ApiOperation({ summary: 'The cases that a figure counts, oldest first' })
  @ApiOkResponse({ standardSchema: FigureCasePage })
  cases(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: FigureCasesQuery }) query: FigureCasesQuery,
  ): Promise<FigureCasePage> {
    return this.figures.cases(actor, id, query);
  }
}
