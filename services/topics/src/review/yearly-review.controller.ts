import { CurrentActor, type Actor } from '@hsl/access/actor';
import { YearlyReview } from '@hsl/contracts/schemas/topic-review';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { YearlyReviews } from './yearly-review.service.js';

const ReviewQuery = z.strictObject({ year: z.coerce.number().int().min(2001).max(2100) });

@ApiTags('topics')
@Controller('api/topics')
export class YearlyReviewController {
  constructor(private readonly reviews: YearlyReviews) {}

  @Get('review')
  @ApiOperation({ summary: 'A year compared with the year before, or with as many days of it' })
  @ApiOkResponse({ standardSchema: YearlyReview })
  review(@CurrentActor() actor: Actor, @Query({ schema: ReviewQuery }) { year }: z.output<typeof ReviewQuery>) {
    return this.reviews.of(actor, year);
  }
}
