import { Module } from '@nestjs/common';
import { FactsConsumer } from './facts.consumer.js';
import { FactsRepository } from './facts.repository.js';

@Module({ controllers: [FactsConsumer], providers: [FactsRepository], exports: [FactsRepository] })
export class FactsModule {}
