import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  CreateQrPoint,
  QrForm,
  QrKeyVersion,
  QrPoint,
  qrPointFilters,
  QrPointPage,
} from '@hsl/contracts/schemas/qr-points';
import { Nothing } from '@hsl/contracts/schemas/submissions';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { QrPointsService } from './qr-points.service.js';
import { QrSheets } from './qr-sheets.service.js';

const QrPointQuery = pageQuerySchema.extend(qrPointFilters);
type QrPointQuery = z.output<typeof QrPointQuery>;

/** Codes that hang at places, and what they open (S98). */
@ApiTags('qr-points')
@Controller('api/qr-points')
export class QrPointsController {
  constructor(
    private readonly points: QrPointsService,
    private readonly sheets: QrSheets,
  ) {}

  @Post()
  @ApiOperation({ summary: 'A point where a code will hang; answers the code' })
  @ApiCreatedResponse({ standardSchema: QrPoint })
  create(@CurrentActor() actor: Actor, @Body({ schema: CreateQrPoint }) body: CreateQrPoint): Promise<QrPoint> {
    return this.points.create(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'Points the caller may print or revoke, newest first' })
  @ApiOkResponse({ standardSchema: QrPointPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: QrPointQuery }) query: QrPointQuery): Promise<QrPointPage> {
    return this.points.list(actor, query);
  }

  @Public()
  @Get('codes/:code')
  @ApiOperation({ summary: 'What the form of a scanned code is filled with; open to everybody' })
  @ApiOkResponse({ standardSchema: QrForm })
  form(@Param('code') code: string): Promise<QrForm> {
    return this.points.form(code);
  }

  @Post('keys')
  @ApiOperation({ summary: 'A new key signs codes from now on; codes that hang stay valid' })
  @ApiCreatedResponse({ standardSchema: QrKeyVersion })
  rotate(@CurrentActor() actor: Actor, @Body({ schema: Nothing }) _body: Nothing): Promise<QrKeyVersion> {
    return this.points.rotateKey(actor);
  }

  @Post(':id/reissue')
  @HttpCode(200)
  @ApiOperation({ summary: 'The code is signed anew with the newest key; the printed one is no longer in use' })
  @ApiOkResponse({ standardSchema: QrPoint })
  reissue(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Nothing }) _body: Nothing,
  ): Promise<QrPoint> {
    return this.points.reissue(actor, id);
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @ApiOperation({ summary: 'The code is no longer in use; what came in by it stays as it is' })
  @ApiOkResponse({ standardSchema: QrPoint })
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<QrPoint> {
    return this.points.revoke(actor, id);
  }

  @Get(':id/sheet')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'A page to print, with the image and plain words' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  sheet(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.sheets.print(actor, id, request.headers);
  }
}
