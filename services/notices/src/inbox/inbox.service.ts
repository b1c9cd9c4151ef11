import { Injectable } from '@nestjs/common';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { NoticeId, type InboxPage, type InboxState } from '@hsl/contracts/schemas/notices';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { InboxRepository, type Owner } from './inbox.repository.js';
import type { InboxQuery } from './inbox-query.js';
import { noticeView } from './notice.view.js';

/** What a person may do with the own inbox. Nobody has a right to another's. */
@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed for a role without an inbox (keys, auditors) */
  ownerOf(actor: Actor): Owner {
    const { subdistrictId, userId } = actor;
    // A resident has no account: the tracking code's pages are their own way in.
    this.access.authorize(actor, 'notice.read', { subdistrictId, about: userId }, { provenSender: false });
    return { subdistrictId, userId };
  }

  async page(actor: Actor, query: InboxQuery, locale: Locale): Promise<InboxPage> {
    const owner = this.ownerOf(actor);
    const { limit, cursor, unread } = query;
    const before = decodeCursor(cursor, NoticeId);
    const [rows, unreadCount, asOf] = await Promise.all([
      this.inbox.page(owner, {
        unread: unread === undefined ? undefined : unread === 'true',
        before: before === undefined ? undefined : BigInt(before),
        take: limit + 1,
      }),
      this.inbox.unreadCount(owner),
      this.inbox.asOf(owner),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, (row) => String(row.id));
    return {
      items: items.map((row) => noticeView(row, locale)),
      ...(nextCursor === undefined ? {} : { nextCursor }),
      unreadCount,
      ...(asOf === undefined ? {} : { asOf: asOf.toISOString() }),
    };
  }

  /** @throws ProblemError notFound for a row of somebody else, as for one that does not exist */
  async markRead(actor: Actor, id: string): Promise<InboxState> {
    const owner = this.ownerOf(actor);
    if (!(await this.inbox.exists(owner, BigInt(id)))) throw new ProblemError('notFound');
    return this.marked(owner, id, 'this');
  }

  async markReadUpTo(actor: Actor, upTo: string): Promise<InboxState> {
    return this.marked(this.ownerOf(actor), upTo, 'andOlder');
  }

  private async marked(owner: Owner, id: string, only: 'this' | 'andOlder'): Promise<InboxState> {
    const markedRead = await this.inbox.markRead(owner, BigInt(id), new Date(this.clock.now()), only);
    return { unreadCount: await this.inbox.unreadCount(owner), markedRead };
  }
}
