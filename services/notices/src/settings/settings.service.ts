import { Injectable } from '@nestjs/common';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { NOTICE_CHANNELS, type NoticeChannel, type NoticeGroup } from '@hsl/contracts/notice-channels';
import type { ChangeNoticeSettings, ChosenChannel, NoticeSettings } from '@hsl/contracts/schemas/notice-settings';
import { ProblemError } from '@hsl/platform/problem.error';
import { openText } from '@hsl/platform/sealed-text';
import { WayOut } from '../channels/way-out.js';
import { STANDARD_QUIET_HOURS } from '@hsl/domain/quiet-hours';
import type { ContactAddress } from '../generated/prisma/client.js';
import type { Owner } from '../inbox/inbox.repository.js';
import { addressBoundTo } from './address-binding.js';
import { AddressRepository } from './address.repository.js';
import { clockTimeOf, minutesOf } from './clock-time.js';
import { SettingsRepository } from './settings.repository.js';

/** How a person is told, chosen by that person and by nobody else. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly addresses: AddressRepository,
    private readonly access: AccessService,
    private readonly out: WayOut,
  ) {}

  /** @throws ProblemError roleNotAllowed for who has no inbox */
  ownerOf(actor: Actor): Owner {
    const { subdistrictId, userId } = actor;
    const target = { subdistrictId, about: userId };
    // A resident has no account: the tracking code's pages are their own way in.
    this.access.authorize(actor, 'notice.setPreference', target, { provenSender: false });
    return { subdistrictId, userId };
  }

  async get(actor: Actor): Promise<NoticeSettings> {
    const owner = this.ownerOf(actor);
    const [row, choices, addresses] = await Promise.all([
      this.settings.find(owner),
      this.settings.choices(owner),
      this.addresses.of(owner),
    ]);
    const { quietFrom: from, quietTo: to } = row ?? {
      quietFrom: STANDARD_QUIET_HOURS.from,
      quietTo: STANDARD_QUIET_HOURS.to,
    };
    return {
      language: row?.language === 'en' ? 'en' : 'zh-CN',
      quietHours: { from: clockTimeOf(from), to: clockTimeOf(to) },
      choices: choices.map(({ kindGroup, channel, choice }) => ({
        group: kindGroup as NoticeGroup,
        channel: channel as NoticeChannel,
        choice: choice as ChosenChannel['choice'],
      })),
      channels: NOTICE_CHANNELS.map((channel) => this.stateOf(channel, addresses)),
      version: row?.version ?? 0,
    };
  }

  /** @throws ProblemError preconditionFailed if somebody (another tab) was faster */
  async change(actor: Actor, change: ChangeNoticeSettings, seen: number | undefined): Promise<NoticeSettings> {
    const owner = this.ownerOf(actor);
    const { from, to } = change.quietHours;
    const kept = { quietFrom: minutesOf(from), quietTo: minutesOf(to), language: change.language };
    // Of two lines about the same the last counts.
    const byKey = new Map(change.choices.map((one) => [`${one.group}/${one.channel}`, one]));
    const rows = [...byKey.values()].filter(({ choice }) => choice !== 'byRule');
    const choices = rows.map(({ group, channel, choice }) => ({ ...owner, kindGroup: group, channel, choice }));
    if (!(await this.settings.save(owner, kept, choices, seen))) throw new ProblemError('preconditionFailed');
    return this.get(actor);
  }

  private stateOf(channel: NoticeChannel, addresses: readonly ContactAddress[]): NoticeSettings['channels'][number] {
    const row = addresses.find((one) => one.channel === channel);
    const isOn = this.out.on.includes(channel);
    if (!row) return { channel, isOn, confirmed: false };
    const sealed = { keyId: row.keyId, sealed: Buffer.from(row.sealed) };
    const address = openText(sealed, addressBoundTo(row), this.out.keys);
    return { channel, isOn, address, confirmed: row.confirmedAt !== null };
  }
}
