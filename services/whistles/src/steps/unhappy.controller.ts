import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  ChooseOutcome,
  CorrectUnits,
  GiveReason,
  LinkRepeat,
  MergeWhistle,
  NoWords,
  RecordContact,
  RegradeWhistle,
  ReopenWhistle,
  RuleOnProposal,
  WithdrawWhistle,
} from '@hsl/contracts/schemas/whistle-steps';
import { StepTaken } from '@hsl/contracts/schemas/whistle-answers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReopeningService } from './reopening.service.js';
import { RevisitsService } from './revisits.service.js';
import { RepeatsService } from './repeats.service.js';
import * as specs from './step-specs.js';
import { StepTaker } from './step-taker.js';
import { StepsService } from './steps.service.js';

/** What happens to matters that do not go straight (domain 4.3, 4.5). */
@ApiTags('whistles')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
@Controller('api/whistles/:id')
export class UnhappyController {
  constructor(
    private readonly taker: StepTaker,
    private readonly steps: StepsService,
    private readonly revisits: RevisitsService,
    private readonly reopening: ReopeningService,
    private readonly repeats: RepeatsService,
  ) {}

  @Post('grade')
  @HttpCode(200)
  @ApiOperation({ summary: 'Raise or lower grade or level; deadlines follow' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  regrade(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RegradeWhistle }) body: RegradeWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.regrade({ actor, id, key }, body);
  }

  @Post('units')
  @HttpCode(200)
  @ApiOperation({ summary: 'G1 and G2: correct the units the routing table named' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  correctUnits(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CorrectUnits }) body: CorrectUnits,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.correctUnits({ actor, id, key }, body);
  }

  @Post('false-feedback')
  @HttpCode(200)
  @ApiOperation({ summary: 'What the department reported is not true: back to it, with a supervise order' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  flagFalseFeedback(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: GiveReason }) body: GiveReason,
    @IdempotencyKey() key?: string,
  ) {
    return this.taker.take({ actor, id, key }, body, specs.FLAG_FALSE_FEEDBACK);
  }

  @Post('revisit-attempts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Log an attempt to reach the resident; three, over two days and two channels, conclude it' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  logAttempt(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RecordContact }) body: RecordContact,
    @IdempotencyKey() key?: string,
  ) {
    return this.revisits.logAttempt({ actor, id, key }, body);
  }

  @Post('confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'The community confirms a matter that no resident is behind' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  confirmProactive(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NoWords }) body: NoWords,
    @IdempotencyKey() key?: string,
  ) {
    return this.taker.take({ actor, id, key }, body, specs.CONFIRM_PROACTIVE);
  }

  @Post('outcome-choice')
  @HttpCode(200)
  @ApiOperation({ summary: 'Third dissatisfaction: carry over, ledger, explain and close, or refer' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  chooseOutcome(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChooseOutcome }) body: ChooseOutcome,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.chooseOutcome({ actor, id, key }, body);
  }

  @Post('merge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Merge it into its master, which answers every reporter' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  merge(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: MergeWhistle }) body: MergeWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.steps.merge({ actor, id, key }, body);
  }

  @Post('repeat')
  @HttpCode(200)
  @ApiOperation({ summary: 'Link it as a repeat of a matter concluded at most 90 days before it was blown' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  linkRepeat(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: LinkRepeat }) body: LinkRepeat,
    @IdempotencyKey() key?: string,
  ) {
    return this.repeats.link({ actor, id, key }, body);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw it, with the resident’s consent; after a red card a deputy leader approves' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: WithdrawWhistle }) body: WithdrawWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.taker.take({ actor, id, key }, body, specs.WITHDRAW);
  }

  @Post('withdrawal/ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a withdrawal after a red card, or not' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  ruleWithdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleOnProposal }) body: RuleOnProposal,
    @IdempotencyKey() key?: string,
  ) {
    return this.taker.take({ actor, id, key }, body, specs.RULE_WITHDRAW);
  }

  @Post('reopening')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a concluded matter up again, on behalf of its resident, within thirty days' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReopenWhistle }) body: ReopenWhistle,
    @IdempotencyKey() key?: string,
  ) {
    return this.reopening.reopen({ actor, id, key }, body);
  }
}
