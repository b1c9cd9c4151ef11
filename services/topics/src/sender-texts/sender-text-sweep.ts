import { OutgoingSweep } from '@hsl/database/outgoing-sweep';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** Of texts to senders; those that wait are given up three days after the news. */
@Injectable()
export class SenderTextSweep extends OutgoingSweep {
  constructor(@Inject(TenantDatabase) database: TopicsDatabase, clock: Clock) {
    super(database, clock, [{ table: 'sender_text', since: 'created_at' }]);
  }
}
