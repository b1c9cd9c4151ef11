import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { readBrand } from '@hsl/platform/brand';
import { CHANNEL_ENV, readChannelEnv, type ChannelEnv } from './channel-env.js';
import { MailChannel } from './mail.channel.js';
import { MESSAGE_CHANNELS, type MessageChannels } from './message-channel.js';
import { SmsChannel, smsSenderOf } from './sms.channel.js';

const channelsOf = (env: ChannelEnv): MessageChannels => ({
  email: new MailChannel(env, readBrand()),
  sms: new SmsChannel(smsSenderOf(env), readBrand(), env.GATEWAY_PUBLIC_URL),
});

/** The ways out of the platform, as the environment connects them. */
@Module({
  providers: [
    { provide: CHANNEL_ENV, useFactory: () => readChannelEnv() },
    { provide: MESSAGE_CHANNELS, useFactory: channelsOf, inject: [CHANNEL_ENV] },
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
  exports: [CHANNEL_ENV, MESSAGE_CHANNELS, CONTACT_KEYS],
})
export class ChannelsModule implements OnApplicationShutdown {
  constructor(@Inject(MESSAGE_CHANNELS) private readonly channels: MessageChannels) {}

  onApplicationShutdown(): void {
    if (this.channels.email instanceof MailChannel) this.channels.email.close();
  }
}
