import { CurrentActor, type Actor } from '@hsl/access/actor';
import { RevisitCall, RevisitCallEnded, RevisitCalls } from '@hsl/contracts/schemas/follow-ups';
import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RevisitCallsService } from './revisit-calls.service.js';

/** Who is calling whose residents at this moment. */
@ApiTags('whistles')
@Controller('api/whistles')
export class RevisitCallsController {
  constructor(private readonly calls: RevisitCallsService) {}

  @Get('revisit-calls')
  @ApiOperation({ summary: 'Calls that are going on, of matters whose residents the caller might call' })
  @ApiOkResponse({ standardSchema: RevisitCalls, description: 'Who is calling, until when it is held' })
  list(@CurrentActor() actor: Actor) {
    return this.calls.list(actor);
  }

  @Put(':id/revisit-call')
  @ApiOperation({
    summary:
      'Begin to call, or go on: for ten minutes nobody else records a revisit; 409 revisitCallTaken names who is',
  })
  @ApiOkResponse({ standardSchema: RevisitCall, description: 'It is the caller’s until then' })
  take(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RevisitCall> {
    return this.calls.take(actor, id);
  }

  @Delete(':id/revisit-call')
  @ApiOperation({ summary: 'The call is over; somebody else’s stays as it is' })
  @ApiOkResponse({ standardSchema: RevisitCallEnded, description: 'Free, as far as it was the caller’s' })
  release(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RevisitCallEnded> {
    return this.calls.release(actor, id);
  }
}
