import { Injectable } from '@nestjs/common';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Instant } from '@hsl/contracts/instants';
import type { ApiKeyAnswer, IssueApiKey, IssuedApiKeyAnswer } from '@hsl/contracts/schemas/api-key.schema';
import { Clock } from '@hsl/platform/clock';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { LiveKeys } from '../edge/live-keys.js';
import { hashOfSecret, newSecret } from '../secret.js';
import { apiKeyAnswer } from './api-key-answer.js';
import { API_KEY_PREFIX } from './api-key-secret.js';
import { ApiKeyRepository, type ApiKeyRow } from './api-key.repository.js';

const YEAR_MS = 366 * 86_400_000;
const SHOWN_CHARACTERS = 12;

const cursorSchema = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });

/** Keys of partners: issued by an administrator, shown once, ended by hand or within a year. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly live: LiveKeys,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async issue(actor: Actor, request: IssueApiKey): Promise<IssuedApiKeyAnswer> {
    const { subdistrictId } = actor;
    const target = { subdistrictId, communityId: request.communityId };
    const { role: actorRole } = this.access.authorize(actor, 'apiKey.manage', target);
    const now = this.clock.now();
    const expiresAt = expiryOf(request, now);
    if (request.communityId !== undefined && !isCommunityOf(subdistrictId, request.communityId)) {
      throw new ProblemError('unknownCommunity');
    }
    const key = `${API_KEY_PREFIX}${newSecret()}`;
    const { name, communityId } = request;
    const scopes = [...new Set(request.scopes)];
    const at = new Date(now);
    const id = randomUUID();
    const row = await this.keys.create(
      {
        ...{ id, subdistrictId, communityId, name, scopes, createdBy: actor.userId, createdAt: at, expiresAt },
        ...{ prefix: key.slice(0, SHOWN_CHARACTERS), hash: hashOfSecret(key) },
      },
      {
        ...{ subdistrictId, actorId: actor.userId, actorRole, action: 'apiKey.issued', subjectId: id, at },
        details: { scopes, ...(communityId !== undefined && { communityId }), expiresAt: expiresAt.toISOString() },
      },
    );
    return { ...apiKeyAnswer(row, now), key };
  }

  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<ApiKeyAnswer>> {
    const scopes = [...this.access.scopes(actor, 'apiKey.manage'), ...this.access.scopes(actor, 'apiKey.revoke')];
    if (scopes.length === 0) return { items: [] };
    const everywhere = scopes.some((scope) => scope.communityIds === undefined);
    const communityIds = everywhere ? undefined : scopes.flatMap((scope) => scope.communityIds ?? []);
    const after = decodeCursor(cursor, cursorSchema);
    const rows = await this.keys.list(actor.subdistrictId, communityIds, limit, after);
    const page = pageOf(rows, limit, (row) => ({ createdAt: row.createdAt.toISOString(), id: row.id }));
    return { ...page, items: page.items.map((row) => apiKeyAnswer(row, this.clock.now())) };
  }

  /** @throws ProblemError notFound for a key of another community or subdistrict, as for one there is none of */
  async revoke(actor: Actor, id: string): Promise<ApiKeyAnswer> {
    const { subdistrictId } = actor;
    const row = await this.keys.find(subdistrictId, id);
    // Who has no business with keys learns nothing of which exist.
    const { role: actorRole } = this.access.authorize(actor, 'apiKey.revoke', targetOf(subdistrictId, row));
    if (!row) throw new ProblemError('notFound');
    await this.keys.revoke(id, {
      ...{ subdistrictId, actorId: actor.userId, actorRole, action: 'apiKey.revoked', subjectId: id, details: {} },
      at: new Date(this.clock.now()),
    });
    this.live.forget(row.hash);
    return apiKeyAnswer((await this.keys.find(subdistrictId, id)) ?? row, this.clock.now());
  }
}

const targetOf = (
  subdistrictId: string,
  row: ApiKeyRow | undefined,
): { subdistrictId: string; communityId?: string } => ({
  subdistrictId,
  communityId: row?.communityId ?? undefined,
});

/** Communities belong to their owner, whistles; their ids carry the tenant (ZX01). */
const isCommunityOf = (subdistrictId: string, communityId: string): boolean =>
  new RegExp(`^${subdistrictId.toUpperCase()}\\d{2,4}$`).test(communityId);

function expiryOf({ expiresAt }: IssueApiKey, now: Instant): Date {
  const at = Date.parse(expiresAt);
  if (at > now && at <= now + YEAR_MS) return new Date(at);
  throw new InvalidInputError([
    {
      code: 'custom',
      path: ['expiresAt'],
      params: { code: 'outOfRange', zh: '有效期须在一年以内。', en: 'Must lie within a year from now.' },
    },
  ]);
}
