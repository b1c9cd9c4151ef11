import { CurrentActor, type Actor } from '@hsl/access/actor';
import { WhistleComparison } from '@hsl/contracts/schemas/duplicates';
import { Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ComparisonService } from './comparison.service.js';

/** Whether two whistles are one matter: what a liaison officer reads before merging, and “not the same”. */
@ApiTags('whistles')
@Controller('api/whistles/:id/comparison/:otherId')
export class ComparisonController {
  constructor(private readonly comparisons: ComparisonService) {}

  @Get()
  @ApiOperation({ summary: 'How far two whistles are alike, and what merging the first into the second would do' })
  @ApiOkResponse({ standardSchema: WhistleComparison, description: 'The comparison' })
  compare(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('otherId') otherId: string) {
    return this.comparisons.compare(actor, id, otherId);
  }

  @Put('distinction')
  @ApiOperation({ summary: 'They are not the same matter; neither is suggested for the other any more' })
  @ApiOkResponse({ standardSchema: WhistleComparison, description: 'The comparison after it' })
  distinguish(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('otherId') otherId: string) {
    return this.comparisons.distinguish(actor, id, otherId);
  }
}
