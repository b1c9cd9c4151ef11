import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  AnswerResidentSurvey,
  OpenResidentSurvey,
  OpenSurveys,
  openSurveysQuery,
  ResidentSurveyAnswered,
  ResidentSurveys as Results,
  residentSurveysQuery,
} from '@hsl/contracts/schemas/resident-surveys';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ResidentSurveys } from './resident-surveys.service.js';

/** What residents think, asked twice a year (S96). */
@ApiTags('resident-surveys')
@Controller('api/resident-surveys')
export class ResidentSurveysController {
  constructor(private readonly surveys: ResidentSurveys) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Open the survey of a half year in every community that has none' })
  @ApiOkResponse({ standardSchema: Results })
  open(@CurrentActor() actor: Actor, @Body({ schema: OpenResidentSurvey }) body: OpenResidentSurvey): Promise<Results> {
    return this.surveys.open(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'What was answered in a half year, per community' })
  @ApiOkResponse({ standardSchema: Results })
  results(
    @CurrentActor() actor: Actor,
    @Query({ schema: residentSurveysQuery }) { half }: z.output<typeof residentSurveysQuery>,
  ): Promise<Results> {
    return this.surveys.results(actor, half);
  }

  @Public()
  @Get('open')
  @ApiOperation({ summary: 'What a resident of a community may answer today; open to everybody' })
  @ApiOkResponse({ standardSchema: OpenSurveys })
  openFor(
    @Query({ schema: openSurveysQuery }) { subdistrict, community }: z.output<typeof openSurveysQuery>,
  ): Promise<OpenSurveys> {
    return this.surveys.openFor(subdistrict, community);
  }

  @Public()
  @Post(':id/answers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer it, once for each phone, without sign-in' })
  @ApiOkResponse({ standardSchema: ResidentSurveyAnswered })
  answer(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: AnswerResidentSurvey }) body: AnswerResidentSurvey,
  ): Promise<ResidentSurveyAnswered> {
    return this.surveys.answer(actor, id, body);
  }
}
