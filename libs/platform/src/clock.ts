import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';

/** The only source of "now" in a service; specs provide another. */
export abstract class Clock {
  /** Milliseconds since the epoch. */
  abstract now(): Instant;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Instant {
    return Date.now();
  }
}
