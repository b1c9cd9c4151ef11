import { Public } from '@hsl/access/actor';
import { ErasureMarked, PersonalDataPart, RequestErasure, ShowProof } from '@hsl/contracts/schemas/personal-data';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReporterData } from './reporter-data.service.js';

/** What is held about residents whom a worker wrote down with a whistle. */
@ApiTags('personal data')
@Controller('api/reporter-data')
export class ReporterDataController {
  constructor(private readonly reporters: ReporterData) {}

  @Public()
  @Post('exports')
  @HttpCode(200)
  @ApiOperation({ summary: 'Everything whistles hold about a sender who proved to be it; without sign-in' })
  @ApiOkResponse({ standardSchema: PersonalDataPart })
  export(@Body({ schema: ShowProof }) { proof }: ShowProof, @Req() request: FastifyRequest): Promise<PersonalDataPart> {
    return this.reporters.export(proof, localeOf(request));
  }

  @Public()
  @Post('erasure-marks')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What whistles forget once the request of that id is granted; without sign-in',
    description: 'Said before POST /api/personal-data/erasure-requests with the same id; repeating changes nothing.',
  })
  @ApiOkResponse({ standardSchema: ErasureMarked })
  mark(@Body({ schema: RequestErasure }) body: RequestErasure): Promise<ErasureMarked> {
    return this.reporters.mark(body);
  }
}
