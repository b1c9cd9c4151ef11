import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import { EndorseTopic, TopicEndorsed } from '@hsl/contracts/schemas/topic-voices';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Endorsements } from './endorsements.service.js';

@ApiTags('topics')
@Controller('api/topics')
export class EndorsementsController {
  constructor(private readonly endorsements: Endorsements) {}

  @Public()
  @Post(':id/endorsements')
  @HttpCode(200)
  @ApiOperation({ summary: 'Want a public topic too; once for each person, without sign-in' })
  @ApiOkResponse({ standardSchema: TopicEndorsed })
  endorse(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: EndorseTopic }) body: EndorseTopic,
  ): Promise<TopicEndorsed> {
    return this.endorsements.endorse(actor, id, body);
  }
}
