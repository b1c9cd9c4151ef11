import { StoredFile } from '@hsl/contracts/schemas/files';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';

const binary = { type: 'string', format: 'binary' } as const;

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
const refusal = (status: number, description: string) => ApiResponse({ status, description, content: PROBLEM });

/** An operation that takes a file: no other takes a form. */
export const TakesFile = (summary: string, kinds: string): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiOperation({ summary }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      description: `One file: ${kinds}. Its type is told by its content; photos are kept without their metadata`,
      schema: { type: 'object', required: ['file'], properties: { file: binary }, example: { file: 'photo.jpg' } },
    }),
    ApiCreatedResponse({ standardSchema: StoredFile, description: 'Kept; the same file again is this one' }),
    refusal(409, 'tooManyFiles, or wrongState with the state'),
    refusal(413, 'fileTooLarge'),
    refusal(415, 'unsupportedMediaType: no multipart form'),
    refusal(422, 'fileMissing, fileTypeNotAllowed, fileTypeMismatch, fileUnreadable'),
  );

/** How an operation that hands out the bytes of a file is described. */
export const GivesFile = (summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({
      description: 'The bytes under their own Content-Type; photos inline, documents as attachment',
      content: { 'image/*': { schema: binary }, 'application/*': { schema: binary } },
    }),
  );
