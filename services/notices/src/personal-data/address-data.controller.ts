import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor, type RequestWithActor } from '@hsl/access/actor';
import { PersonalDataPart } from '@hsl/contracts/schemas/personal-data';
import { localeOf } from '@hsl/platform/locale';
import { personalSection, type HeldFields, type PersonalWords } from '@hsl/platform/personal-section';
import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SettingsService } from '../settings/settings.service.js';

const WORDS = {
  addresses: ['通知发到哪里', 'Where you are told'],
  email: ['邮箱', 'E-mail'],
  sms: ['手机号', 'Mobile phone'],
  language: ['语言', 'Language'],
} as const satisfies PersonalWords;

/** Where a member is reached, for that member (domain 4.6). */
@ApiTags('personal data')
@Controller('api/address-data')
export class AddressDataController {
  constructor(
    private readonly settings: SettingsService,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Everything notices hold about me, a member: where I am told' })
  @ApiOkResponse({ standardSchema: PersonalDataPart })
  async mine(@CurrentActor() actor: Actor, @Req() request: RequestWithActor): Promise<PersonalDataPart> {
    const { subdistrictId, userId } = actor;
    this.access.authorize(actor, 'personalData.export', { subdistrictId, about: userId }, { provenSender: false });
    const { channels, language } = await this.settings.get(actor);
    const addresses = channels.map(({ channel, address }) => [channel, address] as const);
    const held: HeldFields<keyof typeof WORDS> = [['language', language], ...addresses];
    return { sections: [personalSection(WORDS, 'addresses', [held], localeOf(request))] };
  }
}
