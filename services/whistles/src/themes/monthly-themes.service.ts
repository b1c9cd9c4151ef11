import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type {
  MonthlyTheme,
  MonthlyThemeQuery,
  MonthlyThemes,
  ProposeMonthlyTheme,
  RuleMonthlyTheme,
  ThemeCandidates,
} from '@hsl/contracts/schemas/duplicates';
import { VersionConflict, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { requestIdOf } from '@hsl/database/request-id';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { unknown } from '../intake/named-references.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { proposalOf, rulingOf, themeViewOf } from './monthly-theme.js';
import { MonthlyThemesRepository } from './monthly-themes.repository.js';

const PROPOSE = 'monthlyTheme.propose';
const APPROVE = 'monthlyTheme.approve';
const ONCE_PER_MONTH = 'monthly_theme_once_idx';

/** Themes of a month (domain 4.5 repeat): counted, proposed by a liaison officer, approved by somebody else. */
@Injectable()
export class MonthlyThemesService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly themes: MonthlyThemesRepository,
    private readonly access: AccessService,
    private readonly book: ReferenceBook,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  async candidates(actor: Actor, month: string): Promise<ThemeCandidates> {
    this.access.authorize(actor, PROPOSE, targetOf(actor));
    return { month, items: await this.themes.candidates(actor.subdistrictId, month) };
  }

  /** For those who propose and those who approve. @throws ProblemError roleNotAllowed for anybody else */
  async list(actor: Actor, { month }: MonthlyThemeQuery): Promise<MonthlyThemes> {
    const mayApprove = this.access.scopes(actor, APPROVE, ['notProposer']).length > 0;
    if (!mayApprove) this.access.authorize(actor, PROPOSE, targetOf(actor));
    return { items: (await this.themes.list(actor.subdistrictId, month)).map(themeViewOf) };
  }

  /** @throws ProblemError unknownCategory; themeAlreadyProposed unless the earlier one was refused */
  async propose(actor: Actor, body: ProposeMonthlyTheme, key: string | undefined): Promise<MonthlyTheme> {
    const { subdistrictId } = actor;
    const { role } = this.access.authorize(actor, PROPOSE, targetOf(actor));
    const { categories } = await this.book.of(subdistrictId);
    if (!categories.has(body.categoryCode)) throw unknown('unknownCategory', 'categoryCode');
    const repeats = await this.themes.repeatsOf(subdistrictId, body.month, body.categoryCode);
    const id = requestIdOf(actor, PROPOSE, body.month, body, key);
    const deed = { actor, role, at: this.clock.now(), decisionId: `theme/${id}#1` };
    await this.record(proposalOf(body, repeats, id, deed));
    this.relay.kick();
    return this.get(subdistrictId, id);
  }

  /** @throws ProblemError notFound; separationOfDuties for the proposer; wrongState with the state, once it was ruled on */
  async rule(actor: Actor, id: string, body: RuleMonthlyTheme, key: string | undefined): Promise<MonthlyTheme> {
    const theme = await this.themes.find(actor.subdistrictId, id);
    if (!theme) throw new ProblemError('notFound');
    const facts = { notProposer: theme.proposedBy !== actor.userId };
    const { role } = this.access.authorize(actor, APPROVE, targetOf(actor), facts);
    const decisionId = requestIdOf(actor, APPROVE, theme.id, body, key);
    if (theme.lastDecisionId === decisionId) return themeViewOf(theme);
    if (theme.state !== 'PROPOSED') throw new ProblemError('wrongState', { state: theme.state });
    await this.record(rulingOf(theme, body, { actor, role, at: this.clock.now(), decisionId }));
    this.relay.kick();
    return this.get(actor.subdistrictId, theme.id);
  }

  private async record(decision: Decision): Promise<void> {
    try {
      await recordDecision(this.database.pool(decision.subdistrictId), decision);
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.constraint === ONCE_PER_MONTH) {
        throw new ProblemError('themeAlreadyProposed', { cause: error });
      }
      if (!(error instanceof VersionConflict)) throw error;
      // Somebody else ruled in between.
      const { state } = await this.get(decision.subdistrictId, decision.id);
      throw new ProblemError('wrongState', { state, cause: error });
    }
  }

  private async get(subdistrictId: string, id: string): Promise<MonthlyTheme> {
    const row = await this.themes.find(subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return themeViewOf(row);
  }
}

const targetOf = ({ subdistrictId }: Actor) => ({ subdistrictId, subdistrictWide: true });
