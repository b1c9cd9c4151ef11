import { CurrentActor, type Actor } from '@hsl/access/actor';
import { FindSimilar, SimilarWhistles } from '@hsl/contracts/schemas/duplicates';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SimilarService } from './similar.service.js';

/** What a worker sees before blowing and a liaison officer before accepting: whistles that may be the same matter. */
@ApiTags('whistles')
@Controller('api/whistles')
export class SimilarController {
  constructor(private readonly similar: SimilarService) {}

  @Get(':id/similar')
  @ApiOperation({ summary: 'Possible duplicates and repeats of a whistle, at most ten' })
  @ApiOkResponse({ standardSchema: SimilarWhistles, description: 'The likeliest first' })
  toWhistle(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SimilarWhistles> {
    return this.similar.toWhistle(actor, id);
  }

  @Post('similar')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same for a whistle about to be blown; nothing is stored' })
  @ApiOkResponse({ standardSchema: SimilarWhistles, description: 'The likeliest first' })
  toDraft(@CurrentActor() actor: Actor, @Body({ schema: FindSimilar }) body: FindSimilar): Promise<SimilarWhistles> {
    return this.similar.toDraft(actor, body);
  }
}
