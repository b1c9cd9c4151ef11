import { Module } from '@nestjs/common';
import { CategoryConsumer } from './category.consumer.js';
import { WhistleNewsConsumer } from './whistle-news.consumer.js';

/** What this service learns from others. */
@Module({ controllers: [CategoryConsumer, WhistleNewsConsumer] })
export class ConsumersModule {}
