import { CurrentActor, type Actor } from '@hsl/access/actor';
import { cardFilters, CardPage } from '@hsl/contracts/schemas/department-tasks';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import { CardsService, type CardQuery } from './cards.service.js';

const CardQuerySchema = pageQuerySchema.extend(cardFilters);

/** What departments were warned of. */
@ApiTags('cards')
@Controller('api/cards')
export class CardsController {
  constructor(private readonly cards: CardsService) {}

  @Get()
  @ApiOperation({ summary: 'Yellow and red cards the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: CardPage, description: 'A page of cards' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: CardQuerySchema }) query: CardQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.cards.list(actor, query, localeOf({ headers }));
  }
}
