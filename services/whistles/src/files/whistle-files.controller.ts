import { CurrentActor, type Actor } from '@hsl/access/actor';
import { LookAtOriginal, StoredFileList, type StoredFile } from '@hsl/contracts/schemas/files';
import { fileAnswer } from '@hsl/files/file-answer';
import { GivesFile, TakesFile } from '@hsl/files/file-docs';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WhistleFilesService } from './whistle-files.service.js';
import { WhistleOriginals } from './whistle-originals.service.js';

/** What was seen on the spot, as files on the whistle. */
@ApiTags('whistles')
@Controller('api/whistles/:id/files')
export class WhistleFilesController {
  constructor(
    private readonly files: WhistleFilesService,
    private readonly originals: WhistleOriginals,
  ) {}

  @Post()
  @TakesFile('Put a photo or document on the whistle, when blowing it or later', 'JPEG, PNG, WebP, PDF, DOCX or XLSX')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<StoredFile> {
    return this.files.add(actor, id, request);
  }

  @Get()
  @ApiOperation({ summary: 'Files of the whistle, for whoever may see its evidence' })
  @ApiOkResponse({ standardSchema: StoredFileList })
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StoredFileList> {
    return this.files.list(actor, id);
  }

  @Get(':fileId')
  @GivesFile('The bytes of a file of the whistle')
  async open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.open(actor, id, fileId);
    return fileAnswer(reply, file, bytes);
  }

  @Delete(':fileId')
  @ApiOperation({ summary: 'Take an own file back, before the whistle is accepted' })
  @ApiOkResponse({ standardSchema: StoredFileList, description: 'What is left' })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<StoredFileList> {
    return this.files.takeBack(actor, id, fileId);
  }

  @Post(':fileId/redaction')
  @TakesFile('A copy of a photo on which nobody can be recognised, shown instead from now on', 'JPEG, PNG or WebP')
  redact(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Req() request: FastifyRequest,
  ): Promise<StoredFile> {
    return this.originals.redact(actor, id, fileId, request);
  }

  @Post(':fileId/look')
  @HttpCode(200)
  @GivesFile('Look at a photo as it was before it was redacted; who, when and why is kept')
  async look(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Body({ schema: LookAtOriginal }) { reason }: LookAtOriginal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.originals.look(actor, id, fileId, reason);
    return fileAnswer(reply, file, bytes);
  }
}
