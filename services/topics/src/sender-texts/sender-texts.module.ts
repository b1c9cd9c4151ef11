import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { Module } from '@nestjs/common';
import { SenderNewsConsumer } from './sender-news.consumer.js';
import { SenderTextQueue } from './sender-text-queue.js';
import { SenderTextSender } from './sender-text-sender.js';
import { SenderTextSpool } from './sender-text-spool.js';
import { SenderTextSweep } from './sender-text-sweep.js';
import { SENDER_TEXTS_ENV, readSenderTextsEnv } from './sender-texts-env.js';

/** Residents who left a phone hear by text that departments are on it, that it takes longer, that it is done. */
@Module({
  controllers: [SenderNewsConsumer],
  providers: [
    SenderTextSpool,
    SenderTextQueue,
    SenderTextSender,
    SenderTextSweep,
    { provide: SENDER_TEXTS_ENV, useFactory: () => readSenderTextsEnv() },
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
})
export class SenderTextsModule {}
