import { Module } from '@nestjs/common';
import { RecipientRepository } from './recipient.repository.js';
import { RecipientsConsumer } from './recipients.consumer.js';

/** The copy of who holds which post, from the gateway's events. */
@Module({ controllers: [RecipientsConsumer], providers: [RecipientRepository], exports: [RecipientRepository] })
export class RecipientsModule {}
