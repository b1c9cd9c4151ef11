import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@hsl/access/actor';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import { Clock } from '@hsl/platform/clock';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { sealText } from '@hsl/platform/sealed-text';
import { newTextedCode } from '@hsl/platform/texted-code';
import { z } from 'zod';
import { WayOut } from '../channels/way-out.js';
import { RecipientRepository } from '../recipients/recipient.repository.js';
import { composeCode } from '../words/composed.js';
import { addressBoundTo } from './address-binding.js';
import { AddressRepository } from './address.repository.js';
import { SettingsService } from './settings.service.js';

const CODE_LIFE_MS = 600_000;
const MOST_TRIES = 5;
/** Between two codes: nobody's phone is to be rung all day. */
const CODE_EVERY_MS = 60_000;

const SHAPES: Readonly<Record<NoticeChannel, z.ZodType<string>>> = {
  email: z.email().max(200),
  sms: z.string().regex(/^1[3-9]\d{9}$/),
};

/** Where a person is reached: typed by that person, and believed once the code that was sent there is typed too. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly settings: SettingsService,
    private readonly addresses: AddressRepository,
    private readonly recipients: RecipientRepository,
    private readonly out: WayOut,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the address and sends its code.
   * @throws ProblemError rateLimited within a minute of the last code, channelOff, serviceUnavailable if it did not go out
   */
  async set(actor: Actor, channel: NoticeChannel, text: string, locale: Locale): Promise<void> {
    const owner = this.settings.ownerOf(actor);
    if (!this.out.on.includes(channel)) throw new ProblemError('channelOff');
    const address = SHAPES[channel].safeParse(text);
    if (!address.success) throw new InvalidInputError([{ code: 'invalid_format', path: ['address'] }]);
    const now = this.clock.now();
    const code = newTextedCode();
    const row = { ...owner, channel, codeHash: hashOf(code), codeSentAt: new Date(now) };
    const { keyId, sealed } = sealText(address.data, addressBoundTo(row), this.out.keys);
    const kept = { ...row, keyId, sealed: Uint8Array.from(sealed) };
    if (!(await this.addresses.put(kept, new Date(now - CODE_EVERY_MS))))
      throw new ProblemError('rateLimited', { retryAfterSeconds: CODE_EVERY_MS / 1_000 });
    const words = composeCode(channel, code, locale, this.out.brand);
    const id = `code-${hashOf(`${owner.userId} ${now}`).slice(0, 32)}`;
    await this.out.channels[channel].send(address.data, { id, locale, ...words }).catch((cause: unknown) => {
      throw new ProblemError('serviceUnavailable', { cause, retryAfterSeconds: CODE_EVERY_MS / 1_000 });
    });
  }

  /** @throws ProblemError notFound without an address, wrongCode for a code that is wrong, too old, or tried too often */
  async confirm(actor: Actor, channel: NoticeChannel, code: string): Promise<void> {
    const owner = this.settings.ownerOf(actor);
    const row = await this.addresses.find(owner, channel);
    if (!row) throw new ProblemError('notFound');
    const now = this.clock.now();
    const isFresh = now - row.codeSentAt.getTime() < CODE_LIFE_MS;
    const mayTry = isFresh && (await this.addresses.countTry(owner, channel, MOST_TRIES));
    if (!mayTry || !timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(hashOf(code))))
      throw new ProblemError('wrongCode');
    await this.addresses.confirm(row, new Date(now));
    this.recipients.forget(owner.subdistrictId);
  }

  async remove(actor: Actor, channel: NoticeChannel): Promise<void> {
    await this.addresses.remove(this.settings.ownerOf(actor), channel);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
