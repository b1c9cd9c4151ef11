import { CurrentActor, type Actor } from '@hsl/access/actor';
import { StoredFileList, type StoredFile } from '@hsl/contracts/schemas/files';
import { fileAnswer } from '@hsl/files/file-answer';
import { GivesFile, TakesFile } from '@hsl/files/file-docs';
import { Controller, Delete, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WhistleFilesService } from './whistle-files.service.js';

/** What was seen on the spot, as files on the whistle. */
@ApiTags('whistles')
@Controller('api/whistles/:id/files')
export class WhistleFilesController {
  constructor(private readonly files: WhistleFilesService) {}

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
}
