import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ScopeFilter } from '@hsl/access/target';
import type { ActorRef } from '@hsl/contracts/roles';
import type { CloseSession, Session, SessionPage, sessionFilters } from '@hsl/contracts/schemas/sessions';
import { sessionWorkflowId } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { behind, UpdateSender, type UpdateOptions } from '@hsl/temporal/update-sender';
import { holdSessionUpdate } from '@hsl/workflows/deliberation/deliberation.messages';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Prisma } from '../generated/prisma/client.js';
import { attendanceFor } from './session-closing.js';
import { ThematicRecorder } from './thematic-recorder.js';
import { thematicHeld } from './thematic-end.js';
import { MinutesDrafts } from './minutes-drafts.js';
import { inCommunities } from './session-communities.js';
import { sessionViewOf } from './session-view.js';
import { sessionLegality } from './session-actions.js';
import { factsOf, invitedWhere, isPerson, targetOf } from './session-people.js';
import { sessionPosition, SessionsRepository, type SessionRow } from './sessions.repository.js';

export type SessionQuery = PageQuery & z.output<z.ZodObject<typeof sessionFilters>>;

const CLOSE = 'session.close';

/** Sessions on matters and topics (S52, S53, S114): who may read them, and how they come to an outcome. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly access: AccessService,
    private readonly drafts: MinutesDrafts,
    private readonly thematic: ThematicRecorder,
    private readonly updates: UpdateSender,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: SessionQuery, locale: Locale): Promise<SessionPage> {
    const { limit, cursor, mine, communityId, from, to, ...equal } = query;
    const after = decodeCursor(cursor, sessionPosition);
    const within = whereOf(actor, this.access.scopes(actor, 'session.read', ['invited']));
    const convenedBy: Prisma.SessionWhereInput =
      mine === undefined ? {} : mine === 'true' ? { convenedBy: actor.userId } : { NOT: { convenedBy: actor.userId } };
    const inCommunity = communityId === undefined ? {} : inCommunities(actor.subdistrictId, [communityId]);
    const where = { AND: [within, equal, inCommunity, convenedBy, heldWithin(from, to)] };
    const rows = await this.sessions.list(actor.subdistrictId, where, limit, after);
    const page = pageOf(rows, limit, (row) => ({ convenedAt: row.convenedAt.toISOString(), id: row.id }));
    return { ...page, items: page.items.map((row) => this.view(actor, row, locale)) };
  }

  /** @throws ProblemError notFound, also for a session the caller may not read */
  async get(actor: Actor, id: string, locale: Locale): Promise<Session> {
    const row = await this.find(actor, id);
    const facts = factsOf(row, actor, undefined);
    const { views } = this.access.authorize(actor, 'session.read', targetOf(row, actor), facts);
    if (views.includes('publishedOnly')) throw new ProblemError('notFound');
    return this.view(actor, row, locale);
  }

  /**
   * A session was held. Without result the first of two is followed by a second one.
   * @throws ProblemError notFound, roleNotAllowed, sessionNotOpen with the state, quorumNotReached, validationFailed,
   *   temporalUnavailable
   */
  async close(actor: Actor, id: string, body: CloseSession, key: string | undefined, locale: Locale): Promise<Session> {
    const row = await this.find(actor, id);
    const facts = { ...factsOf(row, actor, undefined), problemNamed: true, outcomeGiven: true };
    const { role } = this.access.authorize(actor, CLOSE, targetOf(row, actor), facts);
    const contentId = requestIdOf(actor, CLOSE, row.id, body, key);
    const isRepeat = row.minutes.some(({ id: minutesId }) => minutesId === contentId);
    const by = actorRefOf(actor, role);
    if (!isRepeat) await this.decide(row, body, contentId, by);
    else if (row.purpose !== 'thematic') await this.updates.remind(...holding(row, body, contentId, by));
    return this.view(actor, await this.find(actor, id), locale);
  }

  private async decide(row: SessionRow, body: CloseSession, contentId: string, by: ActorRef): Promise<void> {
    const { outcome } = body;
    if (row.state !== 'CONVENED') throw new ProblemError('sessionNotOpen', { state: row.state });
    const attendance = attendanceFor(row, body);
    await this.drafts.keep(contentId, row, { ...body, attendance }, by.userId);
    if (row.purpose === 'thematic') {
      const decision = thematicHeld(row, { outcome, contentId, attendance, by, at: this.clock.now() });
      await this.thematic.held(row, decision, body, by);
      return;
    }
    await this.updates.execute(...holding(row, body, contentId, by));
  }

  private async find(actor: Actor, id: string): Promise<SessionRow> {
    const row = await this.sessions.find(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private view(actor: Actor, row: SessionRow, locale: Locale): Session {
    const now = this.clock.now();
    const self = row.sittings
      .find(({ round }) => round === row.round)
      ?.participants.find((one) => isPerson(actor, one));
    const facts = factsOf(row, actor, self);
    const legality = sessionLegality(row);
    const actions = this.access.actions(actor, Object.keys(legality), targetOf(row, actor), facts, legality, locale);
    return sessionViewOf(row, actions, now);
  }
}

/** Sessions with a sitting in the span. */
function heldWithin(from: string | undefined, to: string | undefined): Prisma.SessionWhereInput {
  if (from === undefined && to === undefined) return {};
  const endsAt = from === undefined ? undefined : { gt: new Date(from) };
  const startsAt = to === undefined ? undefined : { lt: new Date(to) };
  return { sittings: { some: { endsAt, startsAt } } };
}

/** Any of the scopes as a condition; nothing at all for no scope. */
function whereOf(actor: Actor, scopes: readonly ScopeFilter[]): Prisma.SessionWhereInput {
  const ways = scopes.flatMap((scope): Prisma.SessionWhereInput[] => {
    // What everybody reads is the publication, which has its own list.
    if (scope.views.includes('publishedOnly')) return [];
    if (scope.relations.includes('invited')) return [invitedWhere(actor)];
    if (scope.communityIds) return [inCommunities(actor.subdistrictId, scope.communityIds)];
    if (scope.departmentIds) return [{ leadDepartmentId: { in: scope.departmentIds } }];
    if (scope.memberIds) return [{ memberIds: { hasSome: scope.memberIds } }];
    if (scope.userId) return [{ convenedBy: scope.userId }];
    return [{ subdistrictId: scope.subdistrictId }];
  });
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways };
}

/** What the process of the session is told. */
function holding(row: SessionRow, { outcome }: CloseSession, contentId: string, by: ActorRef) {
  const { id, state } = row;
  const options: UpdateOptions = { updateId: contentId, notFound: 'sessionNotOpen', state, isBehind: behind(row) };
  return [sessionWorkflowId(id), holdSessionUpdate, { by, outcome, contentId }, options] as const;
}
