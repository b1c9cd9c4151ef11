import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { RecipientsModule } from '../recipients/recipients.module.js';
import { AddressDataController } from '../personal-data/address-data.controller.js';
import { AddressErasureConsumer } from '../personal-data/address-erasure.consumer.js';
import { AddressRepository } from './address.repository.js';
import { AddressesService } from './addresses.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsRepository } from './settings.repository.js';
import { SettingsService } from './settings.service.js';

/** What each person chose about being told. */
@Module({
  imports: [ChannelsModule, RecipientsModule],
  controllers: [SettingsController, AddressDataController, AddressErasureConsumer],
  providers: [SettingsRepository, SettingsService, AddressRepository, AddressesService],
})
export class SettingsModule {}
