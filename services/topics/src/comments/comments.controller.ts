import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  commentFilters,
  CommentOnTopic,
  ModerateComment,
  TopicComment,
  TopicCommentPage,
} from '@hsl/contracts/schemas/topic-voices';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Comments, type CommentQuery } from './comments.service.js';

const CommentQuerySchema = pageQuerySchema.extend(commentFilters);

@ApiTags('topics')
@Controller('api/topics/:topicId/comments')
export class CommentsController {
  constructor(private readonly comments: Comments) {}

  @Public()
  @Post()
  @ApiOperation({
    summary: 'Say something about a public topic; a resident’s words are looked at before others read them',
  })
  @ApiCreatedResponse({ standardSchema: TopicComment })
  add(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('topicId') topicId: string,
    @Body({ schema: CommentOnTopic }) body: CommentOnTopic,
  ): Promise<TopicComment> {
    return this.comments.add(actor, topicId, body);
  }

  @Public()
  @Get()
  @ApiOperation({ summary: 'Comments on a public topic, newest first' })
  @ApiOkResponse({ standardSchema: TopicCommentPage })
  list(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('topicId') topicId: string,
    @Query({ schema: CommentQuerySchema }) query: CommentQuery,
  ): Promise<TopicCommentPage> {
    return this.comments.list(actor, topicId, query);
  }

  @Post(':id/moderation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a comment through, or not' })
  @ApiOkResponse({ standardSchema: TopicComment })
  moderate(
    @CurrentActor() actor: Actor,
    @Param('topicId') topicId: string,
    @Param('id') id: string,
    @Body({ schema: ModerateComment }) { publish }: ModerateComment,
  ): Promise<TopicComment> {
    return this.comments.moderate(actor, topicId, id, publish);
  }
}
