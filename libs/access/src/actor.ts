import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ActorRef, Post, Role } from '@hsl/contracts/roles';
import { ProblemError } from '@hsl/platform/problem.error';

export { Public } from '@hsl/platform/public-route';

/** Who is calling, as the verified token says. */
export interface Actor {
  userId: string;
  /** The tenant comes from the credential, never from path, body or header. */
  subdistrictId: string;
  posts: Post[];
  /** As colleagues know them; absent for keys. Never in events or histories, which name by id. */
  name?: string;
  sessionId?: string;
  /** Only for API keys. */
  keyScopes?: string[];
  keyId?: string;
}

/** Where the bearer guard leaves the actor on the request. */
export interface RequestWithActor {
  headers: Record<string, string | string[] | undefined>;
  actor?: Actor;
}

/**
 * The caller of the route. On a `@Public()` route use `@CurrentActor({ optional: true })`: undefined means nobody
 * signed in.
 * @throws ProblemError notAuthenticated
 */
export const CurrentActor = createParamDecorator(
  (options: { optional?: boolean } | undefined, context: ExecutionContext): Actor | undefined => {
    const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
    if (!actor && !options?.optional) throw new ProblemError('notAuthenticated');
    return actor;
  },
);

/** The actor as Temporal, Kafka and a timeline may know it: id and the role used. */
export const actorRefOf = (actor: Actor, role: Role): ActorRef => ({ userId: actor.userId, role });
