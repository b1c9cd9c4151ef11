import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessService } from '@hsl/access/access.service';
import { BearerGuard } from '@hsl/access/bearer.guard';
import { TokenVerifier } from '@hsl/access/token-verifier';
import { VerifiedTokens } from '@hsl/access/verified-tokens';
import { DatabaseModule } from '@hsl/database/database.module';
import { EventFlow } from '@hsl/kafka/event-flow';
import { KafkaModule } from '@hsl/kafka/kafka.module';
import { ApiDocs } from './api-docs/api-docs.js';
import { ServiceDocuments } from './api-docs/service-documents.js';
import { ApiKeyController } from './api-keys/api-key.controller.js';
import { ApiKeyRepository } from './api-keys/api-key.repository.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditRepository } from './audit/audit.repository.js';
import { AuditService } from './audit/audit.service.js';
import { Credentials } from './edge/credentials.js';
import { EdgeGuard } from './edge/edge-guard.js';
import { LiveKeys } from './edge/live-keys.js';
import { LiveSessions } from './edge/live-sessions.js';
import { createPrismaClient, GatewayDatabase } from './gateway-database.js';
import { GATEWAY_ENV, readGatewayEnv } from './gateway-env.js';
import { EventFlowProbe } from './platform-health/event-flow-probe.js';
import { PlatformHealthController } from './platform-health/platform-health.controller.js';
import { ServiceProbe } from './platform-health/service-probe.js';
import { ServiceProxy } from './proxy/service-proxy.js';
import { MeController } from './sign-in/me.controller.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { SessionSweep } from './sign-in/session-sweep.js';
import { Sessions } from './sign-in/sessions.service.js';
import { SignInLimit } from './sign-in/sign-in-limit.js';
import { SignInLog } from './sign-in/sign-in-log.repository.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { AccessTokens } from './tokens/access-tokens.service.js';
import { SigningKeyRepository } from './tokens/signing-key.repository.js';
import { SigningKeys } from './tokens/signing-keys.service.js';
import { AccountProposals } from './users/account-proposals.service.js';
import { AccountProposalsRepository } from './users/account-proposals.repository.js';
import { AccountSearch } from './users/account-search.js';
import { AccountWriter } from './users/account-writer.js';
import { Colleagues } from './users/colleagues.service.js';
import { ColleaguesController } from './users/colleagues.controller.js';
import { Passwords } from './users/passwords.js';
import { UserRepository } from './users/user.repository.js';
import { UsersController } from './users/users.controller.js';
import { Users } from './users/users.service.js';

const users = [
  UserRepository,
  AccountSearch,
  AccountWriter,
  AccountProposals,
  AccountProposalsRepository,
  Passwords,
  Users,
  Colleagues,
];
const audit = [AuditService, AuditRepository];
const signIn = [SignInService, SignInLimit, SignInLog, Sessions, SessionRepository, SessionSweep];
const tokens = [SigningKeys, SigningKeyRepository, AccessTokens];
const keys = [ApiKeys, ApiKeyRepository];
const edge = [EdgeGuard, Credentials, LiveSessions, LiveKeys];
const proxy = [ServiceProxy, ApiDocs, ServiceDocuments];
/**
 * The gateway made the keys; it does not ask itself over HTTP. A signature that held a moment ago is believed, as the
 * services do and as long as a replica may take to hear of a rotation; whether the session stands is asked all the same.
 */
const gateVerifier = (own: SigningKeys): TokenVerifier => new TokenVerifier(own.find, new VerifiedTokens());

@Module({
  imports: [
    DatabaseModule.forService({ name: 'gateway', createClient: createPrismaClient }),
    KafkaModule.forService({ service: 'gateway', topics: [] }),
  ],
  controllers: [
    SessionController,
    MeController,
    ApiKeyController,
    UsersController,
    ColleaguesController,
    AuditController,
    PlatformHealthController,
  ],
  providers: [
    GatewayDatabase,
    AccessService,
    { provide: GATEWAY_ENV, useFactory: readGatewayEnv },
    { provide: TokenVerifier, useFactory: gateVerifier, inject: [SigningKeys] },
    { provide: APP_GUARD, useClass: BearerGuard },
    ...users,
    ...audit,
    ServiceProbe,
    { provide: EventFlow, useFactory: () => EventFlow.fromEnv() },
    EventFlowProbe,
    ...signIn,
    ...tokens,
    ...keys,
    ...edge,
    ...proxy,
  ],
})
export class AppModule {}
