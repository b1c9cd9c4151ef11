import { Injectable } from '@nestjs/common';

/** What Nest's connectMicroservice takes; typed loosely because only libs/kafka knows its technology. */
export interface TransportOptions {
  strategy: object;
}

/**
 * Where a library announces its Nest transport strategy. A constructor (or module init) calls `add`, the service start
 * connects and starts all of them after the HTTP side is initialised.
 */
@Injectable()
export class TransportRegistry {
  private readonly transports: TransportOptions[] = [];

  add(options: TransportOptions): void {
    this.transports.push(options);
  }

  all(): readonly TransportOptions[] {
    return this.transports;
  }
}
