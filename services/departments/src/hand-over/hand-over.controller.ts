import { CurrentActor, type Actor } from '@hsl/access/actor';
import { HandlerAbsence, SetHandlerAbsence } from '@hsl/contracts/schemas/absences';
import { AssignHandler, HandedOver, HandlerAssigned, HandOver } from '@hsl/contracts/schemas/task-steps';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HandlerAbsencesService } from './handler-absences.service.js';
import { HandOverService } from './hand-over.service.js';

/** Who of a department is in charge. */
@ApiTags('department tasks')
@Controller('api')
export class HandOverController {
  constructor(
    private readonly handOvers: HandOverService,
    private readonly absences: HandlerAbsencesService,
  ) {}

  @Post('department-tasks/:id/assignee')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put one handler in charge of a task' })
  @ApiOkResponse({ standardSchema: HandlerAssigned, description: 'Who is in charge now' })
  assign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AssignHandler }) { handlerId }: AssignHandler,
  ) {
    return this.handOvers.assign(actor, id, handlerId);
  }

  @Post('departments/handlers/:id/hand-over')
  @HttpCode(200)
  @ApiOperation({ summary: 'Everything open of a handler who leaves goes to another, in one step' })
  @ApiOkResponse({ standardSchema: HandedOver, description: 'How much it was' })
  handOver(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: HandOver }) { toHandlerId }: HandOver,
  ) {
    return this.handOvers.handOver(actor, id, toHandlerId);
  }

  @Post('departments/handlers/:id/absences')
  @ApiOperation({ summary: 'Somebody is away and another stands in; what is open goes over on the first day' })
  @ApiCreatedResponse({ standardSchema: HandlerAbsence, description: 'The absence' })
  setAbsence(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SetHandlerAbsence }) body: SetHandlerAbsence,
  ) {
    return this.absences.set(actor, id, body);
  }
}
