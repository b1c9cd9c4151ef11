import { Logger } from '@nestjs/common';
import { SendFailure } from './send-failure.js';

/** What carries a text to a phone: the one place that knows the provider. */
export interface SmsSender {
  /**
   * @param id the same for every try
   * @throws SendFailure
   */
  send(phone: string, text: string, id: string): Promise<void>;
}

const TIMEOUT_MS = 8_000;
/** Worth another try although the answer is a 4xx. */
const PASSING: readonly number[] = [408, 425, 429];

/** For installations without a provider: the text goes to the log, the phone does not. */
export class ConsoleSms implements SmsSender {
  private readonly logger = new Logger(ConsoleSms.name);

  send(phone: string, text: string, id: string): Promise<void> {
    this.logger.log(`text ${id} to …${phone.slice(-2)}: ${text}`);
    return Promise.resolve();
  }
}

/** Hands the text to a small server of the installation that speaks to its provider. */
export class HttpSms implements SmsSender {
  constructor(
    private readonly url: string,
    private readonly token: string | undefined,
  ) {}

  async send(phone: string, text: string, id: string): Promise<void> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': id,
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
    };
    const body = JSON.stringify({ id, phone, text });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(this.url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(
      (error: unknown) => {
        throw new SendFailure('smsUnreachable', false, error);
      },
    );
    await response.body?.cancel();
    const { status } = response;
    if (!response.ok) throw new SendFailure(`sms${status}`, status < 500 && !PASSING.includes(status));
  }
}
