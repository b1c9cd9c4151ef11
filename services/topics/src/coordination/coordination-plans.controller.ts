import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  CoordinationPlan,
  SignCoordinationPlan,
  WriteCoordinationPlan,
} from '@hsl/contracts/schemas/coordination-plans';
import { IfMatch } from '@hsl/platform/if-match';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiPreconditionFailedResponse, ApiTags } from '@nestjs/swagger';
import { CoordinationPlans } from './coordination-plans.service.js';

@ApiTags('topics')
@Controller('api/topics/:topicId/coordination-plan')
export class CoordinationPlansController {
  constructor(private readonly plans: CoordinationPlans) {}

  @Get()
  @ApiOperation({ summary: 'Who brings what by when, and who has signed it' })
  @ApiOkResponse({ standardSchema: CoordinationPlan })
  get(@CurrentActor() actor: Actor, @Param('topicId') topicId: string): Promise<CoordinationPlan> {
    return this.plans.get(actor, topicId);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Write the plan, or write it anew; whose part changed signs again' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that was seen, such as "3"' })
  @ApiOkResponse({ standardSchema: CoordinationPlan })
  write(
    @CurrentActor() actor: Actor,
    @Param('topicId') topicId: string,
    @Body({ schema: WriteCoordinationPlan }) body: WriteCoordinationPlan,
    @IfMatch() seen: number | undefined,
  ): Promise<CoordinationPlan> {
    return this.plans.write(actor, topicId, body, seen);
  }

  @Post('signatures')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign for the own party' })
  @ApiPreconditionFailedResponse({ description: 'Its part says something else than was read; read it again' })
  @ApiOkResponse({ standardSchema: CoordinationPlan })
  sign(
    @CurrentActor() actor: Actor,
    @Param('topicId') topicId: string,
    @Body({ schema: SignCoordinationPlan }) body: SignCoordinationPlan,
  ): Promise<CoordinationPlan> {
    return this.plans.sign(actor, topicId, body);
  }
}
