import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AnswerInterceptor } from './answer.js';
import { Clock, SystemClock } from './clock.js';
import { HealthRegistry } from './health-registry.js';
import { loggerParams } from './logger.js';
import { MetricsRegistry } from './metrics-registry.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';
import { SchemaValidationPipe } from './schema-validation.pipe.js';
import { TransportRegistry } from './transport-registry.js';

/** What every service has without asking: clock, health, metrics, logger, validation, problem details, server time. */
@Global()
@Module({})
export class PlatformModule {
  static forService(name: string, logLevel: string): DynamicModule {
    return {
      module: PlatformModule,
      imports: [LoggerModule.forRoot(loggerParams(name, logLevel))],
      providers: [
        HealthRegistry,
        MetricsRegistry,
        TransportRegistry,
        { provide: Clock, useClass: SystemClock },
        { provide: APP_FILTER, useClass: ProblemDetailsFilter },
        { provide: APP_PIPE, useClass: SchemaValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: [HealthRegistry, MetricsRegistry, TransportRegistry, Clock],
    };
  }
}
