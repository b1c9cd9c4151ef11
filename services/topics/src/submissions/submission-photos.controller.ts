import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import { StoredFileList, type StoredFile } from '@hsl/contracts/schemas/files';
import { fileAnswer } from '@hsl/files/file-answer';
import { GivesFile, TakesFile } from '@hsl/files/file-docs';
import { Controller, Delete, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SubmissionPhotos } from './submission-photos.service.js';

/** Photos of what residents tell (S35): sent with the tracking code, seen by staff. */
@ApiTags('submissions')
@Controller('api/submissions')
export class SubmissionPhotosController {
  constructor(private readonly photos: SubmissionPhotos) {}

  @Public()
  @Post('track/:code/photos')
  @TakesFile('Add a photo to what was sent, by the tracking code, until it is screened', 'JPEG, PNG or WebP')
  add(@Param('code') code: string, @Req() request: FastifyRequest): Promise<StoredFile> {
    return this.photos.add(code, request);
  }

  @Public()
  @Delete('track/:code/photos/:fileId')
  @ApiOperation({ summary: 'Take a photo back, by the tracking code, until it is screened' })
  @ApiOkResponse({ standardSchema: StoredFileList, description: 'What is left' })
  takeBack(@Param('code') code: string, @Param('fileId') fileId: string): Promise<StoredFileList> {
    return this.photos.takeBack(code, fileId);
  }

  @Get(':id/photos')
  @ApiOperation({ summary: 'Photos of a submission within your scope' })
  @ApiOkResponse({ standardSchema: StoredFileList })
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StoredFileList> {
    return this.photos.list(actor, id);
  }

  @Get(':id/photos/:fileId')
  @GivesFile('The bytes of a photo of a submission')
  async open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.photos.open(actor, id, fileId);
    return fileAnswer(reply, file, bytes);
  }
}
