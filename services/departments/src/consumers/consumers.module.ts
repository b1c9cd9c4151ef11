import { Module } from '@nestjs/common';
import { CategoryConsumer } from './category.consumer.js';
import { CommunityConsumer } from './community.consumer.js';
import { WhistleNewsConsumer } from './whistle-news.consumer.js';

/** What this service learns from others. */
@Module({ controllers: [CategoryConsumer, CommunityConsumer, WhistleNewsConsumer] })
export class ConsumersModule {}
