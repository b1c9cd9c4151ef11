import type { ChannelEnv } from './channel-env.js';
import type { MessageChannel, OutgoingMessage } from './message-channel.js';
import { ConsoleSms, HttpSms, type SmsSender } from './sms-sender.js';

/** Short texts to phones. */
export class SmsChannel implements MessageChannel {
  readonly name = 'sms';

  /** @param sender undefined if the environment wants none */
  constructor(private readonly sender: SmsSender | undefined) {}

  get isOn(): boolean {
    return this.sender !== undefined;
  }

  async send(phone: string, { text, id }: OutgoingMessage): Promise<void> {
    await this.sender?.send(phone, text, id);
  }
}

export function smsSenderOf({ SMS_SENDER, SMS_URL, SMS_TOKEN }: ChannelEnv): SmsSender | undefined {
  if (SMS_SENDER === 'off') return undefined;
  return SMS_SENDER === 'http' && SMS_URL !== undefined ? new HttpSms(SMS_URL, SMS_TOKEN) : new ConsoleSms();
}
