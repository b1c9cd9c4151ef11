import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { readEnv } from '@hsl/platform/env';
import { z } from 'zod';
import { AccessService } from './access.service.js';
import { BearerGuard } from './bearer.guard.js';
import { TokenVerifier } from './token-verifier.js';

const accessEnvSchema = z.object({ JWKS_URL: z.url() });

/** Every service verifies the token again and applies the abilities itself. */
@Global()
@Module({
  providers: [
    AccessService,
    { provide: TokenVerifier, useFactory: () => TokenVerifier.fromUrl(readEnv(accessEnvSchema).JWKS_URL) },
    { provide: APP_GUARD, useClass: BearerGuard },
  ],
  exports: [AccessService, TokenVerifier],
})
export class AccessModule {}
