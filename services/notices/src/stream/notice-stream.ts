import type { Locale } from '@hsl/platform/locale';
import type { InboxRepository, Owner } from '../inbox/inbox.repository.js';
import { noticeView } from '../inbox/notice.view.js';
import { frameText, HEARTBEAT_TEXT, retryText } from './sse-frame.js';
import type { StreamOutput } from './stream-output.js';

const RETRY_MS = 3_000;
/** Rows read at once. */
const BATCH_SIZE = 100;

/** Why the server ended a stream; the client comes again with what the reason asks for. */
export type EndReason = 'tokenExpired' | 'accountClosed' | 'serverStopping';

/**
 * One open connection. It remembers the number of the last row sent and, when woken, sends all rows above it in order:
 * being woken too often does no harm, and no row is sent twice or left out.
 */
export class NoticeStream {
  /** True if the last look at the inbox failed, so that it must be looked at again without being woken. */
  isBehind = false;
  private pumping = false;
  private wokenMeanwhile = false;
  private unreadTold: number | undefined;

  constructor(
    readonly owner: Owner,
    private readonly locale: Locale,
    private lastId: bigint,
    private readonly inbox: InboxRepository,
    private readonly output: StreamOutput,
  ) {}

  /** Tells the client how long to wait before it comes again, and from which row on this stream tells. */
  async greet(): Promise<void> {
    await this.output.write(retryText(RETRY_MS) + frameText({ event: 'ready', id: String(this.lastId), data: {} }));
  }

  /**
   * Sends what is new. Waking a stream that is just sending makes it look once more.
   * @throws whatever reading the inbox threw; the stream stays open and is behind
   */
  async wake(): Promise<void> {
    if (this.pumping) {
      this.wokenMeanwhile = true;
      return;
    }
    this.pumping = true;
    this.isBehind = true;
    try {
      do {
        this.wokenMeanwhile = false;
        await this.sendNew();
      } while (this.wokenMeanwhile && this.output.isOpen);
      this.isBehind = false;
    } finally {
      this.pumping = false;
    }
  }

  /** Without a number: a client that missed it asks again anyway when it is back. */
  async tellMoved(whistleId: string): Promise<void> {
    await this.output.write(frameText({ event: 'moved', data: { whistleId } }));
  }

  async beat(): Promise<void> {
    if (!this.pumping) await this.output.write(HEARTBEAT_TEXT);
  }

  end(reason: EndReason): void {
    this.output.end(frameText({ event: 'end', data: { reason } }));
  }

  private async sendNew(): Promise<void> {
    if (!(await this.inbox.isActive(this.owner))) return this.end('accountClosed');
    let rows;
    do {
      rows = await this.inbox.after(this.owner, this.lastId, BATCH_SIZE);
      for (const row of rows) {
        if (!this.output.isOpen) return;
        await this.output.write(frameText({ event: 'notice', id: String(row.id), data: noticeView(row, this.locale) }));
        this.lastId = row.id;
      }
    } while (rows.length === BATCH_SIZE);
    await this.tellUnread();
  }

  /** The number on the bell; also changes when another tab has read something. */
  private async tellUnread(): Promise<void> {
    const unreadCount = await this.inbox.unreadCount(this.owner);
    if (unreadCount === this.unreadTold) return;
    this.unreadTold = unreadCount;
    await this.output.write(frameText({ event: 'unread', data: { unreadCount } }));
  }
}
