import { Proposal } from '@hsl/contracts/schemas/proposals';
import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

export const KEY = {
  name: 'Idempotency-Key',
  required: false,
  description: 'Makes a repeated request take effect once',
};

/** A step of a proposal and what is answered to it. */
export const Step = (path: string, summary: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiHeader(KEY),
    ApiOkResponse({ standardSchema: Proposal, description: 'The proposal after the step' }),
  );
