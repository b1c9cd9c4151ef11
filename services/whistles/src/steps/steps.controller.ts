import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AcceptWhistle, DispatchWhistle, RevisitWhistle, VerifyWhistle } from '@hsl/contracts/schemas/whistles';
import { AdviseDispatch, ConveneSession, SelfResolve } from '@hsl/contracts/schemas/whistle-steps';
import { StepTaken } from '@hsl/contracts/schemas/whistle-answers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { WhistleReader } from '../matter/whistle-reader.js';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DispatchAdviceService } from './dispatch-advice.service.js';
import { RevisitsService } from './revisits.service.js';
import { SELF_RESOLVE, sessionSpecOf } from './step-specs.js';
import { StepTaker } from './step-taker.js';
import { StepsService } from './steps.service.js';

/** What people do to a whistle; each answers the new state at once, or why not. */
@ApiTags('whistles')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
@Controller('api/whistles/:id')
export class StepsController {
  constructor(
    private readonly steps: StepsService,
    private readonly taker: StepTaker,
    private readonly revisits: RevisitsService,
    private readonly advice: DispatchAdviceService,
    private readonly reader: WhistleReader,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept: sets grade, level, tier and track; two members are asked to check in' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  accept(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AcceptWhistle }) body: AcceptWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.accept({ actor, id, key }, body);
  }

  @Post('sessions')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Convene a session on it; mandatory before some dispatches, owed after two dissatisfactions',
  })
  @ApiCreatedResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  async convene(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ConveneSession }) body: ConveneSession,
    @IdempotencyKey() key?: string,
  ) {
    const { row } = await this.reader.get(actor, id, 'whistle.read');
    return this.taker.take({ actor, id, key }, body, sessionSpecOf(row));
  }

  @Post('self-resolution')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settled without a department, with evidence; somebody else verifies it' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  selfResolve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SelfResolve }) body: SelfResolve,
    @IdempotencyKey() key?: string,
  ) {
    return this.taker.take({ actor, id, key }, body, SELF_RESOLVE);
  }

  @Post('dispatch-advice')
  @HttpCode(200)
  @ApiOperation({ summary: 'A member who checked in advises which departments should lead and support' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter, as it is' })
  adviseDispatch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AdviseDispatch }) body: AdviseDispatch,
    @IdempotencyKey() key?: string,
  ) {
    return this.advice.advise({ actor, id, key }, body);
  }

  @Post('dispatch')
  @HttpCode(200)
  @ApiOperation({ summary: 'Dispatch to exactly one lead and any number of supporting departments' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  dispatch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: DispatchWhistle }) body: DispatchWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.dispatch({ actor, id, key }, body);
  }

  @Post('verification')
  @HttpCode(200)
  @ApiOperation({ summary: 'Verify on the spot: member and community must both pass, one failure sends it back' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  verify(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: VerifyWhistle }) body: VerifyWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.verify({ actor, id, key }, body);
  }

  @Post('revisits')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record what the resident says, asked by somebody who did not handle it' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  revisit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RevisitWhistle }) body: RevisitWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.revisits.revisit({ actor, id, key }, body);
  }
}
