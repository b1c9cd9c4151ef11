import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  apiKeyPageSchema,
  apiKeySchema,
  issueApiKeySchema,
  issuedApiKeySchema,
  type ApiKeyAnswer,
  type IssueApiKey,
  type IssuedApiKeyAnswer,
} from '@hsl/contracts/schemas/api-key.schema';
import { pageQuerySchema, type Page, type PageQuery } from '@hsl/platform/page';
import { z } from 'zod';
import { ApiKeys } from './api-keys.service.js';

const idParamSchema = z.object({ id: z.uuid() });

@Controller('api/api-keys')
export class ApiKeyController {
  constructor(private readonly keys: ApiKeys) {}

  @Post()
  @ApiOperation({ summary: 'Issue a key; its text is shown this once' })
  @ApiCreatedResponse({ standardSchema: issuedApiKeySchema })
  issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: issueApiKeySchema }) body: IssueApiKey,
  ): Promise<IssuedApiKeyAnswer> {
    return this.keys.issue(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'Keys of the subdistrict, without their text' })
  @ApiOkResponse({ standardSchema: apiKeyPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<Page<ApiKeyAnswer>> {
    return this.keys.list(actor, query);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Revoke a key; it stops working within a minute' })
  @ApiOkResponse({ standardSchema: apiKeySchema })
  revoke(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParamSchema }) { id }: { id: string },
  ): Promise<ApiKeyAnswer> {
    return this.keys.revoke(actor, id);
  }
}
