import { Injectable } from '@nestjs/common';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import {
  DeliveryId,
  type FailedNotice,
  type FailedNoticePage,
  type NoticeSentAgain,
} from '@hsl/contracts/schemas/failed-notices';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { WayOut } from '../channels/way-out.js';
import { Deliveries } from '../deliveries/deliveries.js';
import { kindText } from '../words/kind-text.js';
import { FailedNoticesRepository, type FailedRow } from './failed-notices.repository.js';

/** Notices that did not go out: seen by the keepers of the platform, sent again by whoever configures notices. */
@Injectable()
export class FailedNoticesService {
  constructor(
    private readonly failed: FailedNoticesRepository,
    private readonly deliveries: Deliveries,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly out: WayOut,
  ) {}

  async page(actor: Actor, { limit, cursor }: PageQuery, locale: Locale): Promise<FailedNoticePage> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    const before = decodeCursor(cursor, DeliveryId);
    const rows = await this.failed.page(subdistrictId, { before, take: limit + 1 });
    const page = pageOf(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map((row) => viewOf(row, locale)) };
  }

  /** @throws ProblemError notFound; channelOff while nothing can go out by it; wrongState if it was not given up */
  async sendAgain(actor: Actor, id: string): Promise<NoticeSentAgain> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'notice.configure', { subdistrictId });
    const found = await this.failed.find(subdistrictId, id);
    if (!found) throw new ProblemError('notFound');
    if (!this.out.channels[found.channel].isOn) throw new ProblemError('channelOff');
    const isOnItsWay = await this.failed.again(subdistrictId, id, new Date(this.clock.now()));
    if (!isOnItsWay) throw new ProblemError('wrongState');
    this.deliveries.kick();
    return { id, channel: found.channel };
  }
}

const viewOf = ({ reason, createdAt, givenUpAt, ...row }: FailedRow, locale: Locale): FailedNotice => ({
  ...row,
  text: kindText(row.kind, locale),
  ...(reason === null ? {} : { reason }),
  createdAt: createdAt.toISOString(),
  givenUpAt: givenUpAt.toISOString(),
});
