import { Module } from '@nestjs/common';
import { DatabaseModule } from '@hsl/database/database.module';
import { createPrismaClient, GatewayDatabase } from './gateway-database.js';
import { SigningKeyRepository } from './tokens/signing-key.repository.js';
import { SigningKeys } from './tokens/signing-keys.service.js';
import { UserRepository } from './users/user.repository.js';

/** What the gateway's tasks need: the database, accounts and signing keys. */
@Module({
  imports: [DatabaseModule.forService({ name: 'gateway', createClient: createPrismaClient })],
  providers: [GatewayDatabase, UserRepository, SigningKeyRepository, SigningKeys],
})
export class TaskModule {}
