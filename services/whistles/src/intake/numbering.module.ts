import { Module } from '@nestjs/common';
import { NumberSource } from './number-source.js';

/** One source of numbers per process, whoever blows. */
@Module({ providers: [NumberSource], exports: [NumberSource] })
export class NumberingModule {}
