import { CurrentActor, type Actor } from '@hsl/access/actor';
import { StoredFileList, type StoredFile } from '@hsl/contracts/schemas/files';
import { fileAnswer } from '@hsl/files/file-answer';
import { GivesFile, TakesFile } from '@hsl/files/file-docs';
import { Controller, Delete, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TaskFilesService } from './task-files.service.js';

/** Evidence of departments, as files (S118). */
@ApiTags('department tasks')
@Controller('api/department-tasks/:id/files')
export class TaskFilesController {
  constructor(private readonly files: TaskFilesService) {}

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
}
