import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import { Clock } from '@hsl/platform/clock';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { TermsService } from './terms.service.js';

/** The rules as they are in force; they change by proposal and approval only (S102). */
@ApiTags('rules')
@Controller('api/rule-set')
export class RuleSetController {
  constructor(
    private readonly terms: TermsService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The rule set in force: limits of each grade, time scale, calendar version' })
  async inForce(@CurrentActor() actor: Actor) {
    this.access.authorize(actor, 'ruleSet.read', { subdistrictId: actor.subdistrictId, subdistrictWide: true });
    const { ruleSet, calendar } = await this.terms.inForce(actor.subdistrictId, this.clock.now());
    const { version: calendarVersion, firstYear, lastYear } = calendar;
    return { version: ruleSet.version, ...ruleSet.content, calendar: { calendarVersion, firstYear, lastYear } };
  }
}
