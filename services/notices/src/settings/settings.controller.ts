import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor, type RequestWithActor } from '@hsl/access/actor';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import {
  ChangeNoticeSettings,
  ChannelName,
  ConfirmAddress,
  NoticeSettings,
  SetAddress,
} from '@hsl/contracts/schemas/notice-settings';
import { etagOf, IfMatch } from '@hsl/platform/if-match';
import { localeOf } from '@hsl/platform/locale';
import type { FastifyReply } from 'fastify';
import { AddressesService } from './addresses.service.js';
import { SettingsService } from './settings.service.js';

const SEEN = { name: 'If-Match', required: false, description: 'ETag as it was seen; 412 if it changed' };
const ANSWER = { standardSchema: NoticeSettings, description: 'The settings; their version is the ETag' };

/** How the caller is told. */
@ApiTags('notice settings')
@Controller('api/notice-settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly addresses: AddressesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How I am told: channels, addresses, quiet hours, choices' })
  @ApiOkResponse(ANSWER)
  async mine(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<NoticeSettings> {
    const settings = await this.settings.get(actor);
    reply.header('etag', etagOf(settings.version));
    return settings;
  }

  @Put()
  @ApiOperation({
    summary: 'Change quiet hours, language and choices',
    description: 'Replaces all of them. Alarms of G1 and G2 matters go out by the rules, whatever was chosen.',
  })
  @ApiHeader(SEEN)
  @ApiOkResponse(ANSWER)
  change(
    @CurrentActor() actor: Actor,
    @Body({ schema: ChangeNoticeSettings }) body: ChangeNoticeSettings,
    @IfMatch() seen: number | undefined,
  ): Promise<NoticeSettings> {
    return this.settings.change(actor, body, seen);
  }

  @Put('addresses/:channel')
  @ApiOperation({ summary: 'Where a channel reaches me; sends a code there that confirms it' })
  @ApiOkResponse(ANSWER)
  async setAddress(
    @CurrentActor() actor: Actor,
    @Param('channel', { schema: ChannelName }) channel: NoticeChannel,
    @Body({ schema: SetAddress }) { address }: SetAddress,
    @Req() request: RequestWithActor,
  ): Promise<NoticeSettings> {
    await this.addresses.set(actor, channel, address, localeOf(request));
    return this.settings.get(actor);
  }

  @Post('addresses/:channel/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'The code that was sent to the address; within ten minutes, five tries' })
  @ApiOkResponse(ANSWER)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('channel', { schema: ChannelName }) channel: NoticeChannel,
    @Body({ schema: ConfirmAddress }) { code }: ConfirmAddress,
  ): Promise<NoticeSettings> {
    await this.addresses.confirm(actor, channel, code);
    return this.settings.get(actor);
  }

  @Delete('addresses/:channel')
  @ApiOperation({ summary: 'Forget an address; repeating changes nothing' })
  @ApiOkResponse(ANSWER)
  async forget(
    @CurrentActor() actor: Actor,
    @Param('channel', { schema: ChannelName }) channel: NoticeChannel,
  ): Promise<NoticeSettings> {
    await this.addresses.remove(actor, channel);
    return this.settings.get(actor);
  }
}
