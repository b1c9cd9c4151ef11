import { Module } from '@nestjs/common';
import { KnownConsumer } from './known.consumer.js';
import { KnownProjection } from './known.projection.js';
import { KnownRepository } from './known.repository.js';

@Module({ controllers: [KnownConsumer], providers: [KnownProjection, KnownRepository], exports: [KnownRepository] })
export class KnownModule {}
