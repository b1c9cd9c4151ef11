import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  DeclineWhistle,
  GiveReason,
  NoWords,
  RecordContact,
  ResubmitWhistle,
  RuleOnProposal,
  SendBackWhistle,
} from '@hsl/contracts/schemas/whistle-steps';
import { StepTaken } from '@hsl/contracts/schemas/whistle-answers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import * as specs from './step-specs.js';
import { StepTaker } from './step-taker.js';

/** Before a whistle is under way: countersigned, sent back, not taken, objected to (domain 4.2). */
@ApiTags('whistles')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
@Controller('api/whistles/:id')
export class TriageController {
  constructor(private readonly steps: StepTaker) {}

  @Post('countersign')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The community head’s name under a yellow or red whistle; for G1 within 24 hours afterwards',
  })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  countersign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NoWords }) body: NoWords,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.COUNTERSIGN);
  }

  @Post('send-back')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask the community for more (补正); silent for two working days it lapses' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SendBackWhistle }) body: SendBackWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.SEND_BACK);
  }

  @Post('resubmission')
  @HttpCode(200)
  @ApiOperation({ summary: 'Add what was asked for; it waits to be accepted again' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  resubmit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ResubmitWhistle }) body: ResubmitWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.RESUBMIT);
  }

  @Post('decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Propose not to take it, with reason and referral; a deputy leader decides' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: DeclineWhistle }) body: DeclineWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.DECLINE);
  }

  @Post('decline/ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm or reject the proposal not to take it' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  ruleDecline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleOnProposal }) body: RuleOnProposal,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.RULE_DECLINE);
  }

  @Post('objection')
  @HttpCode(200)
  @ApiOperation({ summary: 'Object to a refusal, once, within three working days' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  object(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: GiveReason }) body: GiveReason,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.OBJECT);
  }

  @Post('objection/ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Uphold the objection (it is blown again) or not' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  ruleObjection(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleOnProposal }) body: RuleOnProposal,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.RULE_OBJECTION);
  }

  @Post('contacts')
  @HttpCode(200)
  @ApiOperation({ summary: 'The resident was talked to for the first time' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  contact(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RecordContact }) body: RecordContact,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.take({ actor, id, key }, body, specs.CONTACT);
  }
}
