import { createTransport } from 'nodemailer';
import type { Brand } from '@hsl/platform/brand';
import type { ChannelEnv } from './channel-env.js';
import { SendFailure } from '@hsl/platform/send-failure';
import type { MessageChannel, OutgoingMessage } from './message-channel.js';

const TIMEOUT_MS = 8_000;
const MOST_CONNECTIONS = 2;

/** E-mail by SMTP, over few connections that are kept open while there is something to send. */
export class MailChannel implements MessageChannel {
  readonly name = 'email';
  private readonly transport;

  constructor(
    private readonly env: Pick<ChannelEnv, 'SMTP_URL' | 'MAIL_FROM' | 'GATEWAY_PUBLIC_URL'>,
    private readonly brand: Brand,
  ) {
    this.transport =
      env.SMTP_URL === undefined
        ? undefined
        : createTransport({
            url: env.SMTP_URL,
            pool: true,
            maxConnections: MOST_CONNECTIONS,
            connectionTimeout: TIMEOUT_MS,
            greetingTimeout: TIMEOUT_MS,
            socketTimeout: TIMEOUT_MS,
            dnsTimeout: TIMEOUT_MS,
          });
  }

  get isOn(): boolean {
    return this.transport !== undefined;
  }

  async send(address: string, message: OutgoingMessage): Promise<void> {
    if (!this.transport) throw new SendFailure('channelOff', false);
    const { id, subject, text, locale } = message;
    const { hostname } = new URL(this.env.GATEWAY_PUBLIC_URL);
    try {
      await this.transport.sendMail({
        from: { name: this.brand[locale === 'en' ? 'en' : 'zh'], address: this.env.MAIL_FROM },
        to: address,
        subject,
        text,
        messageId: `<${id}@${hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw failureOf(error);
    }
  }

  close(): void {
    this.transport?.close();
  }
}

/** A server that answers 5xx will answer so again; everything else may pass. */
function failureOf(error: unknown): SendFailure {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) return new SendFailure(`smtp${responseCode}`, responseCode >= 500, error);
  return new SendFailure(code ?? 'smtp', false, error);
}
