import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  AskForCode,
  CodeSent,
  PersonalDataPart,
  ProveSender,
  SenderProven,
  ShowProof,
} from '@hsl/contracts/schemas/personal-data';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PersonalExport } from './personal-export.service.js';
import { SenderProving } from './sender-proving.service.js';

/** A person reads what is held about them. */
@ApiTags('personal data')
@Controller('api/personal-data')
export class PersonalDataController {
  constructor(
    private readonly proving: SenderProving,
    private readonly exports: PersonalExport,
  ) {}

  @Public()
  @Post('codes')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Text a code to the phone that was left with a submission; without sign-in',
    description: 'One a minute, good for ten minutes and five tries. Where no phone was left nothing is sent.',
  })
  @ApiOkResponse({ standardSchema: CodeSent })
  sendCode(@Body({ schema: AskForCode }) { trackingCode }: AskForCode): Promise<CodeSent> {
    return this.proving.sendCode(trackingCode);
  }

  @Public()
  @Post('proofs')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Prove by tracking code and texted code to be the sender; without sign-in',
    description: 'The proof is shown to each service that holds something: here, and at /api/reporter-data.',
  })
  @ApiOkResponse({ standardSchema: SenderProven })
  prove(@Body({ schema: ProveSender }) body: ProveSender): Promise<SenderProven> {
    return this.proving.prove(body);
  }

  @Public()
  @Post('exports')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Everything submissions and sittings hold about a sender who proved to be it; without sign-in',
    description: 'All that was sent with the same phone. Without a phone the own words are left out.',
  })
  @ApiOkResponse({ standardSchema: PersonalDataPart })
  ofSender(
    @Body({ schema: ShowProof }) { proof }: ShowProof,
    @Req() request: FastifyRequest,
  ): Promise<PersonalDataPart> {
    return this.exports.ofSender(proof, localeOf(request));
  }

  @Get()
  @ApiOperation({ summary: 'Everything sittings and topics hold about me, a member' })
  @ApiOkResponse({ standardSchema: PersonalDataPart })
  mine(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PersonalDataPart> {
    return this.exports.ofMember(actor, localeOf(request));
  }
}
