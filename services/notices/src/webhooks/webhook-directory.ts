import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { TenantDatabase } from '@hsl/database/tenant-database';

/** A receiver as far as an event asks. */
export interface Receiver {
  id: string;
  eventTypes: readonly string[];
  communityIds: readonly string[];
}

/** A receiver that is new, or changed, hears of events from a second later on. */
const FRESH_MS = 1_000;
const RECEIVERS_SQL = `SELECT id, event_types AS "eventTypes", community_ids AS "communityIds"
  FROM webhook WHERE subdistrict_id = $1 ORDER BY id LIMIT 200`;

/** Who hears of events. Receivers change now and then and are asked for by every event, so they are remembered. */
@Injectable()
export class WebhookDirectory {
  private readonly known = new Map<string, { readAt: Instant; receivers: Promise<Receiver[]> }>();

  constructor(@Inject(TenantDatabase) private readonly database: TenantDatabase) {}

  of(subdistrictId: string): Promise<readonly Receiver[]> {
    // Of the machine: a second of waiting is one whatever the platform's clock says.
    const now = performance.now();
    const known = this.known.get(subdistrictId);
    if (known && now - known.readAt < FRESH_MS) return known.receivers;
    const receivers = this.database.query<Receiver>(subdistrictId, RECEIVERS_SQL, [subdistrictId]);
    this.known.set(subdistrictId, { readAt: now, receivers });
    // A failure is not an answer to be remembered.
    receivers.catch(() => this.known.delete(subdistrictId));
    return receivers;
  }
}

/** True if the receiver asked for events of this type, from where this one is. */
export const hears = ({ eventTypes, communityIds }: Receiver, type: string, communityId: string | undefined): boolean =>
  eventTypes.includes(type) &&
  (communityIds.length === 0 || (communityId !== undefined && communityIds.includes(communityId)));
