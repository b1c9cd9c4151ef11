import { CONTACT_KEYS, readContactKeys } from '@hsl/platform/contact-keys';
import { Module } from '@nestjs/common';
import { FailedSenderTextsController } from './failed-sender-texts.controller.js';
import { FailedSenderTexts } from './failed-sender-texts.service.js';
import { SenderNewsConsumer } from './sender-news.consumer.js';
import { SenderTextQueue } from './sender-text-queue.js';
import { SenderTextSender } from './sender-text-sender.js';
import { SenderTextSpool } from './sender-text-spool.js';
import { SenderTextSweep } from './sender-text-sweep.js';
import { SENDER_TEXTS_ENV, readSenderTextsEnv } from './sender-texts-env.js';

/** Residents who left a phone hear by text that departments are on it, that it takes longer, that it is done. */
@Module({
  controllers: [SenderNewsConsumer, FailedSenderTextsController],
  providers: [
    SenderTextSpool,
    SenderTextQueue,
    SenderTextSender,
    SenderTextSweep,
    FailedSenderTexts,
    { provide: SENDER_TEXTS_ENV, useFactory: () => readSenderTextsEnv() },
    { provide: CONTACT_KEYS, useFactory: () => readContactKeys() },
  ],
})
export class SenderTextsModule {}
