import { Inject, Injectable } from '@nestjs/common';
import type { Brand } from '@hsl/platform/brand';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { NOTICE_CHANNELS, type NoticeChannel } from '@hsl/contracts/notice-channels';
import { BRAND } from './brand-token.js';
import { CHANNEL_ENV, type ChannelEnv } from './channel-env.js';
import { MESSAGE_CHANNELS, type MessageChannels } from './message-channel.js';

/** All that is needed to say something to somebody outside the portal. */
@Injectable()
export class WayOut {
  /** Channels that the environment connects. */
  readonly on: readonly NoticeChannel[];

  constructor(
    @Inject(MESSAGE_CHANNELS) readonly channels: MessageChannels,
    @Inject(CHANNEL_ENV) readonly env: ChannelEnv,
    @Inject(CONTACT_KEYS) readonly keys: ContactKeys,
    @Inject(BRAND) readonly brand: Brand,
  ) {
    this.on = NOTICE_CHANNELS.filter((name) => channels[name].isOn);
  }
}
