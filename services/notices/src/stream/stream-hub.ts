import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ProblemError } from '@hsl/platform/problem.error';
import type { Owner } from '../inbox/inbox.repository.js';
import type { NoticeStream } from './notice-stream.js';

const HEARTBEAT_MS = 15_000;
/** Tabs and devices of one person, per process. */
const MOST_PER_USER = 5;
/** Of everybody, per process. */
const MOST_STREAMS = 2_000;
const COME_AGAIN_SECONDS = 30;

/** Every stream open in this process, by whose it is. */
@Injectable()
export class StreamHub implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(StreamHub.name);
  private readonly streams = new Map<string, Set<NoticeStream>>();
  private heartbeat: NodeJS.Timeout | undefined;
  private count = 0;

  onModuleInit(): void {
    this.heartbeat = setInterval(() => this.forEach((stream) => void stream.beat()), HEARTBEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    this.forEach((stream) => stream.end('serverStopping'));
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** @throws ProblemError rateLimited for one connection too many of a person, serviceUnavailable for one of all */
  refuseTooMany(owner: Owner): void {
    if ((this.streams.get(keyOf(owner))?.size ?? 0) >= MOST_PER_USER) {
      throw new ProblemError('rateLimited', { retryAfterSeconds: COME_AGAIN_SECONDS });
    }
    if (this.count >= MOST_STREAMS) {
      throw new ProblemError('serviceUnavailable', { retryAfterSeconds: COME_AGAIN_SECONDS });
    }
  }

  /** From now on the stream is woken. */
  add(stream: NoticeStream): void {
    const key = keyOf(stream.owner);
    const own = this.streams.get(key);
    if (own) own.add(stream);
    else this.streams.set(key, new Set([stream]));
    this.count += 1;
  }

  remove(stream: NoticeStream): void {
    const key = keyOf(stream.owner);
    const own = this.streams.get(key);
    if (!own?.delete(stream)) return;
    this.count -= 1;
    if (own.size === 0) this.streams.delete(key);
  }

  wake(owner: Owner): void {
    for (const stream of this.streams.get(keyOf(owner)) ?? []) this.pump(stream);
  }

  /** A matter that they may be looking at has moved. */
  tellMoved(owner: Owner, whistleId: string): void {
    for (const stream of this.streams.get(keyOf(owner)) ?? []) void stream.tellMoved(whistleId);
  }

  /** After a time in which messages may have been lost. */
  wakeAll(): void {
    this.forEach((stream) => this.pump(stream));
  }

  /** Those whose last look at their inbox failed. */
  wakeBehind(): void {
    this.forEach((stream) => {
      if (stream.isBehind) this.pump(stream);
    });
  }

  private pump(stream: NoticeStream): void {
    stream.wake().catch((error: unknown) => {
      this.logger.warn({ err: error, msg: 'a stream could not read its inbox and will look again' });
    });
  }

  private forEach(work: (stream: NoticeStream) => void): void {
    for (const own of this.streams.values()) for (const stream of own) work(stream);
  }
}

const keyOf = ({ subdistrictId, userId }: Owner): string => `${subdistrictId}/${userId}`;
