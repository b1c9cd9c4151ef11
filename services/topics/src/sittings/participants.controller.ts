import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  CountHeads,
  InviteParticipant,
  RespondInvitation,
  SignInToSitting,
  Sitting,
  SittingParticipant,
} from '@hsl/contracts/schemas/sittings';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Participants } from './participants.service.js';
import { SignInList } from './sign-in-list.js';
import { SittingPlans } from './sitting-plan.service.js';

/** Who is invited to a session, who answers, who comes. */
@ApiTags('sessions')
@Controller('api/deliberations/:id')
export class ParticipantsController {
  constructor(
    private readonly participants: Participants,
    private readonly signIns: SignInList,
    private readonly plans: SittingPlans,
  ) {}

  @Post('participants')
  @ApiOperation({ summary: 'Invite a member, an account, a department or a resident to a seat' })
  @ApiCreatedResponse({ standardSchema: SittingParticipant, description: 'A resident’s token is answered only here' })
  invite(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: InviteParticipant }) body: InviteParticipant,
  ): Promise<SittingParticipant> {
    return this.participants.invite(actor, id, body);
  }

  @Public()
  @Post('response')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept or decline the own invitation' })
  @ApiOkResponse({ standardSchema: SittingParticipant })
  respond(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: RespondInvitation }) body: RespondInvitation,
  ): Promise<SittingParticipant> {
    return this.participants.respond(actor, id, body);
  }

  @Public()
  @Post('sign-ins')
  @ApiOperation({ summary: 'Sign in, once per person; at an open sitting any resident may' })
  @ApiCreatedResponse({ standardSchema: SittingParticipant, description: 'A resident’s token is answered only here' })
  signIn(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: SignInToSitting }) body: SignInToSitting,
  ): Promise<SittingParticipant> {
    return this.signIns.signIn(actor, id, body);
  }

  @Put('heads')
  @ApiOperation({ summary: 'Residents who came and gave no name, counted' })
  @ApiOkResponse({ standardSchema: Sitting })
  async heads(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CountHeads }) { heads }: CountHeads,
  ): Promise<Sitting> {
    await this.participants.countHeads(actor, id, heads);
    return this.plans.get(actor, id);
  }
}
