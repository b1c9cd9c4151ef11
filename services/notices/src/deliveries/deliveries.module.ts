import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { PlacesModule } from '../places/places.module.js';
import { Deliveries } from './deliveries.js';
import { DeliveryMetrics } from './delivery-metrics.js';
import { DeliveryQueue } from './delivery-queue.js';
import { MailDeliveries, SmsDeliveries } from './delivery-sender.js';
import { DeliverySweep } from './delivery-sweep.js';
import { DeliveryRepository } from './delivery.repository.js';

/** What goes to people outside the portal: rows that wait, and who sends them. */
@Module({
  imports: [ChannelsModule, PlacesModule],
  providers: [
    ...[Deliveries, DeliveryRepository, DeliveryQueue, DeliveryMetrics, DeliverySweep],
    ...[MailDeliveries, SmsDeliveries],
  ],
  exports: [Deliveries, DeliveryMetrics],
})
export class DeliveriesModule {}
