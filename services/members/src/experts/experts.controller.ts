import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ExpertCardPage, type ExpertCard } from '@hsl/contracts/schemas/members';
import type { Page } from '@hsl/platform/page';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExpertQuery, ExpertsService } from './experts.service.js';

@ApiTags('members')
@Controller('api/experts')
export class ExpertsController {
  constructor(private readonly experts: ExpertsService) {}

  @Get()
  @ApiOperation({ summary: 'Experts who can be invited' })
  @ApiOkResponse({ standardSchema: ExpertCardPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: ExpertQuery }) query: ExpertQuery): Promise<Page<ExpertCard>> {
    return this.experts.list(actor, query);
  }
}
