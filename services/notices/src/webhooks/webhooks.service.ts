import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ChangeWebhook, CreateWebhook, NewWebhook, Webhook, WebhookPage } from '@hsl/contracts/schemas/webhooks';
import { Clock } from '@hsl/platform/clock';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { sealText } from '@hsl/platform/sealed-text';
import { z } from 'zod';
import { WayOut } from '../channels/way-out.js';
import { faultOfUrl } from './receiver-url.js';
import { newWebhookSecret } from './signature.js';
import { secretBoundTo } from './secret-binding.js';
import { webhookView } from './webhook.view.js';
import { WebhookRepository, type WebhookRow } from './webhook.repository.js';

/** Receivers of a subdistrict at most: each event is compared with all of them. */
const MOST = 100;
const cursorSchema = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });

/** Receivers of events: kept by administrators, and by partners for themselves. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly access: AccessService,
    private readonly out: WayOut,
    private readonly clock: Clock,
  ) {}

  /** The secret is shown this once. @throws ProblemError tooManyWebhooks */
  async create(actor: Actor, body: CreateWebhook): Promise<NewWebhook> {
    const { subdistrictId, userId } = actor;
    const { role } = this.access.authorize(actor, 'webhook.manage', { subdistrictId, createdBy: userId });
    this.refuseUrl(body.url);
    if ((await this.webhooks.count(subdistrictId)) >= MOST) throw new ProblemError('tooManyWebhooks');
    const [id, secret] = [randomUUID(), newWebhookSecret()];
    const row = await this.webhooks.create({
      ...{ ...body, id, subdistrictId, createdBy: userId, createdAt: new Date(this.clock.now()) },
      communityIds: communitiesOf(actor, role, body.communityIds),
      ...this.sealed(secret, { subdistrictId, id }),
    });
    return { ...webhookView(row), secret };
  }

  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<WebhookPage> {
    const scopes = this.access.scopes(actor, 'webhook.manage');
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const isAll = scopes.some(({ userId }) => userId === undefined);
    const after = decodeCursor(cursor, cursorSchema);
    const own = isAll ? undefined : actor.userId;
    const rows = await this.webhooks.page(actor.subdistrictId, own, limit + 1, after);
    const page = pageOf(rows, limit, (row) => ({ createdAt: row.createdAt.toISOString(), id: row.id }));
    return { ...page, items: page.items.map(webhookView) };
  }

  async get(actor: Actor, id: string): Promise<Webhook> {
    return webhookView(await this.managed(actor, id));
  }

  /** @throws ProblemError preconditionFailed if it was changed meanwhile */
  async change(actor: Actor, id: string, body: ChangeWebhook, seen: number | undefined): Promise<Webhook> {
    const row = await this.managed(actor, id);
    if (body.url !== undefined) this.refuseUrl(body.url);
    const { role } = this.access.authorize(actor, 'webhook.manage', row);
    const communityIds = body.communityIds && communitiesOf(actor, role, body.communityIds);
    if (!(await this.webhooks.change(row, { ...body, communityIds }, seen)))
      throw new ProblemError('preconditionFailed');
    return this.get(actor, id);
  }

  /** The old secret signs nothing from now on. */
  async renewSecret(actor: Actor, id: string): Promise<NewWebhook> {
    const row = await this.managed(actor, id);
    const secret = newWebhookSecret();
    await this.webhooks.change(row, this.sealed(secret, row), undefined);
    return { ...(await this.get(actor, id)), secret };
  }

  async remove(actor: Actor, id: string): Promise<Webhook> {
    const row = await this.managed(actor, id);
    await this.webhooks.remove(actor.subdistrictId, id);
    return webhookView({ ...row, active: false });
  }

  /**
   * @param action `webhook.manage`, or `webhook.readDeliveries`
   * @throws ProblemError notFound for what is another's, as for what there is none of
   */
  async managed(actor: Actor, id: string, action = 'webhook.manage'): Promise<WebhookRow> {
    const { subdistrictId } = actor;
    const row = await this.webhooks.find(subdistrictId, id);
    // Who has no business with receivers learns nothing of which exist.
    if (!row) this.access.authorize(actor, action, { subdistrictId, createdBy: actor.userId });
    if (!row) throw new ProblemError('notFound');
    this.access.authorize(actor, action, row);
    return row;
  }

  private sealed(secret: string, row: Pick<WebhookRow, 'subdistrictId' | 'id'>) {
    const { keyId, sealed } = sealText(secret, secretBoundTo(row), this.out.keys);
    return { keyId, sealed: Uint8Array.from(sealed) };
  }

  private refuseUrl(url: string): void {
    const fault = faultOfUrl(url, this.out.env.WEBHOOK_ALLOW_PRIVATE);
    if (fault === undefined) return;
    const words = {
      zh: '须是公网上的 https 地址，不带账号密码。',
      en: 'Must be https on the internet, without a password.',
    };
    throw new InvalidInputError([{ code: 'custom', path: ['url'], params: { code: fault, ...words } }]);
  }
}

/** A key of one community hears of that community only, whatever it asks for. */
function communitiesOf(actor: Actor, role: string, asked: readonly string[]): string[] {
  const bound = role === 'partnerKey' ? actor.posts.flatMap(({ communityIds = [] }) => communityIds) : [];
  if (bound.length === 0) return [...new Set(asked)];
  if (asked.some((id) => !bound.includes(id))) throw new ProblemError('unknownCommunity');
  return asked.length === 0 ? bound : [...new Set(asked)];
}
