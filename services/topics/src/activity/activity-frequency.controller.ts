import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ActivityFrequency } from '@hsl/contracts/schemas/topic-review';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActivityFrequencies } from './activity-frequency.service.js';

@ApiTags('activities')
@Controller('api/activities')
export class ActivityFrequencyController {
  constructor(private readonly frequencies: ActivityFrequencies) {}

  @Get('frequency')
  @ApiOperation({ summary: 'What was held in each community in the last 30 days, and where nothing was' })
  @ApiOkResponse({ standardSchema: ActivityFrequency })
  frequency(@CurrentActor() actor: Actor): Promise<ActivityFrequency> {
    return this.frequencies.of(actor);
  }
}
