import { Body, Controller, Delete, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  refreshSessionSchema,
  sessionSchema,
  signedOutSchema,
  signInSchema,
  type RefreshSession,
  type SessionAnswer,
  type SignIn,
} from '@hsl/contracts/schemas/session.schema';
import { ProblemError } from '@hsl/platform/problem.error';
import { Sessions } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller('api/sessions')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @Post()
  @ApiOperation({ summary: 'Sign in; answers a session with the posts it carries' })
  @ApiCreatedResponse({ standardSchema: sessionSchema })
  signIn(@Body({ schema: signInSchema }) body: SignIn, @Ip() address: string): Promise<SessionAnswer> {
    return this.signIns.signIn(body, address);
  }

  @Public()
  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on with a session; the refresh token works once' })
  @ApiOkResponse({ standardSchema: sessionSchema })
  refresh(@Body({ schema: refreshSessionSchema }) body: RefreshSession): Promise<SessionAnswer> {
    return this.sessions.refresh(body.refreshToken);
  }

  @Delete('current')
  @ApiOperation({ summary: 'Sign out; the session ends at once' })
  @ApiOkResponse({ standardSchema: signedOutSchema })
  async signOut(@CurrentActor() actor: Actor): Promise<{ signedOut: true }> {
    // A key has no session to end.
    if (actor.sessionId === undefined) throw new ProblemError('roleNotAllowed');
    await this.sessions.signOut(actor.sessionId);
    return { signedOut: true };
  }
}
