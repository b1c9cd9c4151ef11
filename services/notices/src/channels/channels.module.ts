import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { smsSenderOf } from '@hsl/platform/sms-env';
import { readBrand, type Brand } from '@hsl/platform/brand';
import { BRAND } from './brand-token.js';
import { CHANNEL_ENV, readChannelEnv, type ChannelEnv } from './channel-env.js';
import { MailChannel } from './mail.channel.js';
import { MESSAGE_CHANNELS, type MessageChannels } from './message-channel.js';
import { Reseal } from './reseal.js';
import { SmsChannel } from './sms.channel.js';
import { WayOut } from './way-out.js';

const channelsOf = (env: ChannelEnv, brand: Brand): MessageChannels => ({
  email: new MailChannel(env, brand),
  sms: new SmsChannel(smsSenderOf(env)),
});

/** The ways out of the platform, as the environment connects them. */
@Module({
  providers: [
    WayOut,
    Reseal,
    { provide: CHANNEL_ENV, useFactory: () => readChannelEnv() },
    { provide: MESSAGE_CHANNELS, useFactory: channelsOf, inject: [CHANNEL_ENV, BRAND] },
    { provide: BRAND, useFactory: readBrand },
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
  exports: [WayOut],
})
export class ChannelsModule implements OnApplicationShutdown {
  constructor(@Inject(MESSAGE_CHANNELS) private readonly channels: MessageChannels) {}

  onApplicationShutdown(): void {
    if (this.channels.email instanceof MailChannel) this.channels.email.close();
  }
}
