import { CurrentActor, type Actor } from '@hsl/access/actor';
import { DutyRoster, DutyRosterQuery, ReplaceDutyRoster } from '@hsl/contracts/schemas/duty-roster';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DutyRosterService } from './duty-roster.service.js';

/** Nights, noons and days off of the liaison officers. */
@ApiTags('duty roster')
@Controller('api/duty-roster')
export class DutyRosterController {
  constructor(private readonly roster: DutyRosterService) {}

  @Get()
  @ApiOperation({ summary: 'Shifts that begin on these days, and who is on duty now' })
  @ApiOkResponse({ standardSchema: DutyRoster, description: 'The roster' })
  read(@CurrentActor() actor: Actor, @Query({ schema: DutyRosterQuery }) days: DutyRosterQuery) {
    return this.roster.read(actor, days);
  }

  @Put()
  @ApiOperation({ summary: 'Replace all shifts that begin on these days' })
  @ApiOkResponse({ standardSchema: DutyRoster, description: 'The roster as it is now' })
  replace(
    @CurrentActor() actor: Actor,
    @Query({ schema: DutyRosterQuery }) days: DutyRosterQuery,
    @Body({ schema: ReplaceDutyRoster }) body: ReplaceDutyRoster,
  ) {
    return this.roster.replace(actor, days, body.shifts);
  }
}
