import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { CommentOnTopic, TopicComment as Answer, TopicCommentPage } from '@hsl/contracts/schemas/topic-voices';
import type { CommentState } from '@hsl/contracts/submissions';
import { beyond } from '@hsl/database/list-position';
import { recordDecision } from '@hsl/database/record-decision';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { PublicTopics } from '../endorsements/public-topics.js';
import type { TopicComment } from '../generated/prisma/client.js';

export type CommentQuery = PageQuery & { state: CommentState };
const position = z.object({ at: z.iso.datetime(), id: z.uuid() });
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** What people say about public topics (S98), and what others may read of it. */
@Injectable()
export class Comments {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly topics: PublicTopics,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also for a topic that is not public */
  async add(actor: Actor | undefined, topicId: string, { text }: CommentOnTopic): Promise<Answer> {
    const target = await this.topics.targetOf(topicId);
    const { subdistrictId } = target;
    const { role, views } = this.access.authorize(actor, 'topic.comment', target);
    // The right open to everybody makes nobody an author.
    const isModerated = views.includes('moderated');
    const authorId = isModerated ? undefined : actor?.userId;
    const [id, at, state] = [randomUUID(), this.clock.now(), isModerated ? 'PENDING' : 'PUBLISHED'];
    await recordDecision(this.database.pool(subdistrictId), {
      ...{ table: 'topic_comment', id, subdistrictId, insert: true, decisionId: `comment/${id}#1`, at },
      ...{ source: 'topics', events: [] },
      patch: { topic_id: topicId, text, author_id: authorId, state, at: asInstant(at) },
      timeline: [{ kind: 'commented', toState: state, actorId: authorId, actorRole: role }],
    });
    return view(await this.existing(subdistrictId, topicId, id));
  }

  /** @throws ProblemError notFound; for comments that are not public notAuthenticated, roleNotAllowed */
  async list(actor: Actor | undefined, topicId: string, query: CommentQuery): Promise<TopicCommentPage> {
    const target = await this.topics.targetOf(topicId);
    const { subdistrictId } = target;
    const { state, limit, cursor } = query;
    if (state !== 'PUBLISHED') this.access.authorize(actor, 'topic.moderateComment', target);
    const after = decodeCursor(cursor, position);
    const rows = await this.database.forTenant(subdistrictId).topicComment.findMany({
      where: { subdistrictId, topicId, state, ...beyond('at', after) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ at, id }) => ({ at: at.toISOString(), id }));
    return { ...page, items: page.items.map(view) };
  }

  /** @throws ProblemError notFound, roleNotAllowed, wrongState if it was judged before */
  async moderate(actor: Actor, topicId: string, id: string, publish: boolean): Promise<Answer> {
    const target = await this.topics.targetOf(topicId);
    const { subdistrictId } = target;
    const { role } = this.access.authorize(actor, 'topic.moderateComment', target);
    const { state, version } = await this.existing(subdistrictId, topicId, id);
    if (state !== 'PENDING') throw new ProblemError('wrongState', { state });
    const toState = publish ? 'PUBLISHED' : 'REJECTED';
    await recordDecision(this.database.pool(subdistrictId), {
      ...{ table: 'topic_comment', id, subdistrictId, expectedVersion: version, at: this.clock.now() },
      ...{ decisionId: `comment/${id}#${toState}`, source: 'topics', events: [] },
      patch: { state: toState },
      timeline: [{ kind: 'commentModerated', fromState: state, toState, actorId: actor.userId, actorRole: role }],
    });
    return view(await this.existing(subdistrictId, topicId, id));
  }

  private async existing(subdistrictId: string, topicId: string, id: string): Promise<TopicComment> {
    const where = { subdistrictId, topicId, id };
    const row = isId(id) ? await this.database.forTenant(subdistrictId).topicComment.findFirst({ where }) : null;
    if (!row) throw new ProblemError('notFound');
    return row;
  }
}

const view = ({ id, topicId, text, authorId, state, at }: TopicComment): Answer => ({
  ...{ id, topicId, text, byMember: authorId !== null, at: at.toISOString() },
  state: state as CommentState,
});
