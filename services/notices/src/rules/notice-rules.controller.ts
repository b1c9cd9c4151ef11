import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor, type RequestWithActor } from '@hsl/access/actor';
import { NoticeRuleTable } from '@hsl/contracts/schemas/notice-rules';
import { localeOf } from '@hsl/platform/locale';
import { ruleTable } from './rule-table.js';

/** By which rules people are told. */
@ApiTags('notice rules')
@Controller('api/notice-rules')
export class NoticeRulesController {
  constructor(private readonly access: AccessService) {}

  @Get()
  @ApiOperation({
    summary: 'Who is told of what, and by which channel',
    description: 'The whole table, as it is programmed; its words follow Accept-Language (zh-CN, en).',
  })
  @ApiOkResponse({ standardSchema: NoticeRuleTable })
  table(@CurrentActor() actor: Actor, @Req() request: RequestWithActor): NoticeRuleTable {
    const { subdistrictId, userId } = actor;
    // The table concerns everybody who gets notices: it is no secret that it exists.
    this.access.authorize(actor, 'notice.configure', { subdistrictId, about: userId });
    return ruleTable(localeOf(request));
  }
}
