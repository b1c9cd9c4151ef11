import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { fromIso } from '@hsl/contracts/instants';
import { Clock } from '@hsl/platform/clock';
import { WayOut } from '../channels/way-out.js';
import type { NoticedEvent } from '../rules/notice-rules.js';
import type { Told } from '../rules/who-is-told.js';
import { planDeliveries } from './delivery-plan.js';
import { MailDeliveries, SmsDeliveries } from './delivery-sender.js';
import { DeliveryRepository } from './delivery.repository.js';
import { noteUrgency, saysUrgent } from './urgent-matters.js';

/** What is older is in the inbox and goes nowhere else: nobody is called for what was yesterday. */
const FRESH_MS = 24 * 3_600_000;

/** Puts on its way what goes out beside the inbox. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly repository: DeliveryRepository,
    private readonly mails: MailDeliveries,
    private readonly texts: SmsDeliveries,
    private readonly clock: Clock,
    private readonly out: WayOut,
  ) {}

  /** In the transaction of the event, after its notices. */
  async add(client: pg.PoolClient, event: CloudEvent<NoticedEvent>, told: readonly Told[]): Promise<void> {
    await noteUrgency(client, event);
    const now = this.clock.now();
    if (now - fromIso(event.time) > FRESH_MS) return;
    const gatherMs = this.out.env.NOTICE_GATHER_SECONDS * 1_000;
    const planned = planDeliveries(told, this.out.on, { now, gatherMs });
    await this.repository.add(client, event, planned, saysUrgent(event));
  }

  /** Something was committed: what need not wait goes now. */
  kick(): void {
    this.mails.kick();
    this.texts.kick();
  }
}
