import { CurrentActor, type Actor } from '@hsl/access/actor';
import { LookAtOriginal, StoredFileList, type StoredFile } from '@hsl/contracts/schemas/files';
import { fileAnswer } from '@hsl/files/file-answer';
import { GivesFile, TakesFile } from '@hsl/files/file-docs';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TaskFilesService } from './task-files.service.js';
import { TaskOriginals } from './task-originals.service.js';

/** Evidence of departments, as files (S118). */
@ApiTags('department tasks')
@Controller('api/department-tasks/:id/files')
export class TaskFilesController {
  constructor(
    private readonly files: TaskFilesService,
    private readonly originals: TaskOriginals,
  ) {}

  @Post()
  @TakesFile('Put a photo or document on the task; the feedback names it then', 'JPEG, PNG, WebP, PDF, DOCX or XLSX')
  add(@CurrentActor() actor: Actor, @Param('id') taskId: string, @Req() request: FastifyRequest): Promise<StoredFile> {
    return this.files.add(actor, taskId, request);
  }

  @Get()
  @ApiOperation({ summary: 'Files of the task; those of no feedback yet for the unit itself only' })
  @ApiOkResponse({ standardSchema: StoredFileList })
  list(@CurrentActor() actor: Actor, @Param('id') taskId: string): Promise<StoredFileList> {
    return this.files.list(actor, taskId);
  }

  @Get(':fileId')
  @GivesFile('The bytes of a file of the task')
  async open(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.open(actor, taskId, fileId);
    return fileAnswer(reply, file, bytes);
  }

  @Delete(':fileId')
  @ApiOperation({ summary: 'Take an own file back, before a feedback names it' })
  @ApiOkResponse({ standardSchema: StoredFileList, description: 'What is left' })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Param('fileId') fileId: string,
  ): Promise<StoredFileList> {
    return this.files.takeBack(actor, taskId, fileId);
  }

  @Post(':fileId/redaction')
  @TakesFile('A copy of a photo on which nobody can be recognised, shown instead from now on', 'JPEG, PNG or WebP')
  redact(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Param('fileId') fileId: string,
    @Req() request: FastifyRequest,
  ): Promise<StoredFile> {
    return this.originals.redact(actor, taskId, fileId, request);
  }

  @Post(':fileId/look')
  @HttpCode(200)
  @GivesFile('Look at a photo as it was before it was redacted; who, when and why is kept')
  async look(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Param('fileId') fileId: string,
    @Body({ schema: LookAtOriginal }) { reason }: LookAtOriginal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.originals.look(actor, taskId, fileId, reason);
    return fileAnswer(reply, file, bytes);
  }
}
