import { OutgoingSweep } from '@hsl/database/outgoing-sweep';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';

/** Of messages to people and of webhooks. */
@Injectable()
export class DeliverySweep extends OutgoingSweep {
  constructor(@Inject(TenantDatabase) database: TenantDatabase, clock: Clock) {
    super(database, clock, [
      { table: 'delivery', since: 'due_at' },
      { table: 'webhook_delivery', since: 'due_at' },
    ]);
  }
}
