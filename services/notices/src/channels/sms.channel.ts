import type { SmsSender } from '@hsl/platform/sms-sender';
import type { MessageChannel, OutgoingMessage } from './message-channel.js';

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
