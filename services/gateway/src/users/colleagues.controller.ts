import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ColleagueQuery, Colleagues as Answer } from '@hsl/contracts/schemas/colleagues';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Colleagues } from './colleagues.service.js';

/** Who an account id is, for the staff of the subdistrict (S14, S37). */
@Controller('api/colleagues')
export class ColleaguesController {
  constructor(private readonly colleagues: Colleagues) {}

  @Get()
  @ApiOperation({ summary: 'Names and roles of accounts of the subdistrict, by their ids' })
  @ApiOkResponse({ standardSchema: Answer, description: 'Those of them that exist' })
  of(@CurrentActor() actor: Actor, @Query({ schema: ColleagueQuery }) { ids }: ColleagueQuery): Promise<Answer> {
    return this.colleagues.of(actor, ids);
  }
}
