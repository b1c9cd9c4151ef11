import { Injectable } from '@nestjs/common';
import type { Actor } from '@hsl/access/actor';
import type { Instant } from '@hsl/contracts/instants';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { InboxRepository } from '../inbox/inbox.repository.js';
import { InboxService } from '../inbox/inbox.service.js';
import { NoticeStream } from './notice-stream.js';
import { StreamHub } from './stream-hub.js';
import type { StreamOutput } from './stream-output.js';

/** A token without an end, or with a far one, gives a stream of this length at most. */
const LONGEST_STREAM_MS = 3_600_000;

export interface StreamRequest {
  /** The last row the client has; without it the stream tells only what comes from now on. */
  lastId?: bigint;
  locale: Locale;
  tokenExpiresAt?: Instant;
}

/** Opens and closes streams. */
@Injectable()
export class StreamService {
  constructor(
    private readonly inboxes: InboxService,
    private readonly inbox: InboxRepository,
    private readonly hub: StreamHub,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything that can be refused is refused here, before the answer is begun.
   * @returns begins the stream on the answer it is given
   * @throws ProblemError roleNotAllowed, rateLimited, databaseUnavailable
   */
  async prepare(actor: Actor, request: StreamRequest): Promise<(output: StreamOutput) => Promise<void>> {
    const owner = this.inboxes.ownerOf(actor);
    this.hub.refuseTooMany(owner);
    const { locale } = request;
    const lastId = request.lastId ?? (await this.inbox.newestId(owner));
    return async (output) => {
      const stream = new NoticeStream(owner, locale, lastId, this.inbox, output);
      const expiry = setTimeout(() => stream.end('tokenExpired'), this.lengthMs(request.tokenExpiresAt));
      output.onClosed(() => {
        clearTimeout(expiry);
        this.hub.remove(stream);
      });
      this.hub.add(stream);
      await stream.greet();
      this.hub.wake(owner);
    };
  }

  private lengthMs(tokenExpiresAt: Instant | undefined): number {
    if (tokenExpiresAt === undefined) return LONGEST_STREAM_MS;
    return Math.min(LONGEST_STREAM_MS, Math.max(0, tokenExpiresAt - this.clock.now()));
  }
}
