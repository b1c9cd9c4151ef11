import { Public } from '@hsl/access/actor';
import {
  ComingSittings,
  OfCommunity,
  PublicTopic,
  PublicTopics,
  PublicVenues,
} from '@hsl/contracts/schemas/public-reading';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicReading } from './public-reading.service.js';

/** The notice board of a community, on a resident's phone; without sign-in. */
@ApiTags('public')
@Controller('api')
export class PublicReadingController {
  constructor(private readonly reading: PublicReading) {}

  @Public()
  @Get('topics/public')
  @ApiOperation({ summary: 'Public topics of a community, most endorsed first; without sign-in' })
  @ApiOkResponse({ standardSchema: PublicTopics, description: 'Open and closed ones' })
  topics(@Query({ schema: OfCommunity }) { communityId }: OfCommunity): Promise<PublicTopics> {
    return this.reading.topics(communityId);
  }

  @Public()
  @Get('topics/public/:id')
  @ApiOperation({ summary: 'One public topic; without sign-in' })
  @ApiOkResponse({ standardSchema: PublicTopic, description: 'The topic, without persons' })
  topic(@Param('id') id: string): Promise<PublicTopic> {
    return this.reading.topic(id);
  }

  @Public()
  @Get('venues/public')
  @ApiOperation({ summary: 'Venues of a community and of its subdistrict, with their hours; without sign-in' })
  @ApiOkResponse({ standardSchema: PublicVenues, description: 'Those in use' })
  venues(@Query({ schema: OfCommunity }) { communityId }: OfCommunity): Promise<PublicVenues> {
    return this.reading.venues(communityId);
  }

  @Public()
  @Get('deliberations/coming')
  @ApiOperation({ summary: 'Sittings in a community that any resident may come to, the next first; without sign-in' })
  @ApiOkResponse({ standardSchema: ComingSittings, description: 'Planned and not over' })
  coming(@Query({ schema: OfCommunity }) { communityId }: OfCommunity): Promise<ComingSittings> {
    return this.reading.coming(communityId);
  }
}
