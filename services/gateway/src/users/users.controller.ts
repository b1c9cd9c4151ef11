import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  accountProposalFilters,
  AccountProposalPage,
  ChangeUser,
  CreateUser,
  DecideAccount,
  NewPassword,
  User,
  UserChanged,
  userFilters,
  UserPage,
} from '@hsl/contracts/schemas/users';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AccountProposals } from './account-proposals.service.js';
import type { AccountFilters } from './account-search.js';
import { Users } from './users.service.js';

const UserQuery = pageQuerySchema.extend(userFilters);
const ProposalQuery = pageQuerySchema.extend(accountProposalFilters);

/** Accounts: who signs in, and as what (domain 5.3 admin; S11). */
@Controller('api')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly proposals: AccountProposals,
  ) {}

  @Get('users')
  @ApiOperation({ summary: 'Accounts of the subdistrict, by user name' })
  @ApiOkResponse({ standardSchema: UserPage, description: 'A page of accounts' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: UserQuery }) query: PageQuery & AccountFilters,
  ): Promise<UserPage> {
    return this.users.list(actor, query);
  }

  @Post('users')
  @ApiOperation({ summary: 'Open an account; a privileged role waits for a leader' })
  @ApiCreatedResponse({ standardSchema: UserChanged, description: 'The account with its password, or the proposal' })
  create(@CurrentActor() actor: Actor, @Body({ schema: CreateUser }) body: CreateUser): Promise<UserChanged> {
    return this.users.create(actor, body);
  }

  @Get('users/:id')
  @ApiOperation({ summary: 'One account' })
  @ApiOkResponse({ standardSchema: User, description: 'The account' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<User> {
    return this.users.get(actor, id);
  }

  @Patch('users/:id')
  @ApiOperation({ summary: 'Change name, posts, or whether it is in use; what touches a privileged role waits' })
  @ApiOkResponse({ standardSchema: UserChanged, description: 'The account, or the proposal' })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ChangeUser }) body: ChangeUser,
  ): Promise<UserChanged> {
    return this.users.change(actor, id, body);
  }

  @Post('users/:id/password')
  @HttpCode(200)
  @ApiOperation({ summary: 'A new password, shown this once; every session of the account ends' })
  @ApiOkResponse({ standardSchema: NewPassword, description: 'The password' })
  password(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<NewPassword> {
    return this.users.renewPassword(actor, id);
  }

  @Get('account-proposals')
  @ApiOperation({ summary: 'Changes of privileged accounts, newest first' })
  @ApiOkResponse({ standardSchema: AccountProposalPage, description: 'A page of proposals' })
  listProposals(
    @CurrentActor() actor: Actor,
    @Query({ schema: ProposalQuery }) query: PageQuery & { state?: string },
  ): Promise<AccountProposalPage> {
    return this.proposals.list(actor, query);
  }

  @Post('account-proposals/:id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'A leader grants or refuses it; not who proposed it, and not whom it is about' })
  @ApiOkResponse({ standardSchema: UserChanged, description: 'The proposal, and the account if it was granted' })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: DecideAccount }) { verdict }: DecideAccount,
  ): Promise<UserChanged> {
    return this.proposals.decide(actor, id, verdict);
  }
}
