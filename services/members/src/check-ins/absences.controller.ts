import { CurrentActor, type Actor } from '@hsl/access/actor';
import { MemberAbsence, MemberAbsenceList, SetAbsence } from '@hsl/contracts/schemas/absences';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AbsencesService } from './absences.service.js';

@ApiTags('members')
@Controller('api/members/:id/absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @ApiOperation({ summary: 'When a member is away' })
  @ApiOkResponse({ standardSchema: MemberAbsenceList, description: 'The absences, the last to end first' })
  list(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.absences.list(actor, id);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'A member is away: not asked on those days, and what waits today goes to the next member' })
  @ApiOkResponse({ standardSchema: MemberAbsence, description: 'The absence, and how many requests went on' })
  set(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: SetAbsence }) body: SetAbsence) {
    return this.absences.set(actor, id, body);
  }
}
