import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { Facts, Target } from '@hsl/access/target';
import type * as bodies from '@hsl/contracts/schemas/ledger';
import type { ApplyLedger } from '@hsl/contracts/schemas/whistle-steps';
import type { LedgerState } from '@hsl/contracts/states';
import { ledgerWorkflowId } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { nameUuid } from '@hsl/platform/name-uuid';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { behind, UpdateSender } from '@hsl/temporal/update-sender';
import type { LedgerStepTaken } from '@hsl/workflows/ledger/ledger.messages';
import * as messages from '@hsl/workflows/ledger/ledger.messages';
import { applyLedgerUpdate } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';
import type { UpdateDefinition } from '@temporalio/common';
import type { z } from 'zod';
import type { Prisma } from '../generated/prisma/client.js';
import { handledBy } from '../matter/whistle-facts.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { StepContents, type StepContentKind } from '../steps/step-content.js';
import { StepTaker, type Step, type StepAnswer } from '../steps/step-taker.js';
import { approvalOf, ledgerLegality } from './ledger-actions.js';
import { ledgerViewOf, registerLineOf } from './ledger-view.js';
import { entryPosition, LedgerRepository, type LedgerRow } from './ledger.repository.js';

export type LedgerQuery = PageQuery & z.output<z.ZodObject<typeof bodies.ledgerFilters>>;

/** An export is the whole register in pages of this size. */
const EXPORT_PAGE = 200;
/** More than any register of a subdistrict; what is beyond is asked for with a filter. */
const MOST_EXPORTED = 20_000;

const positionOf = ({ appliedAt, id }: LedgerRow) => ({ appliedAt: appliedAt.toISOString(), id });

const targetOf = (row: LedgerRow, memberIds: string[], actor: Actor): Target => {
  const { subdistrictId, communityId, leadDepartmentId, state } = row;
  const departmentIds = leadDepartmentId ? [leadDepartmentId] : [];
  const isHandler = handledBy(actor).some((one) => departmentIds.includes(one));
  return {
    ...{ subdistrictId, communityId, memberIds, departmentIds, state },
    assigneeIds: isHandler ? [actor.userId] : [],
  };
};

/** The register of long-term matters (S58 to S60, S63; domain 4.5): applied for, ruled on, milestone by milestone. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly whistles: WhistleRepository,
    private readonly access: AccessService,
    private readonly taker: StepTaker,
    private readonly contents: StepContents,
    private readonly updates: UpdateSender,
  ) {}

  async list(actor: Actor, query: LedgerQuery, locale: Locale): Promise<bodies.LedgerPage> {
    const { limit, cursor, ...filters } = query;
    const after = decodeCursor(cursor, entryPosition);
    const page = pageOf(await this.rowsOf(actor, filters, { limit, after }), limit, positionOf);
    const ids = [...new Set(page.items.map(({ whistleId }) => whistleId))];
    const matters = new Map((await this.whistles.findAll(actor.subdistrictId, ids)).map((one) => [one.id, one]));
    const items = page.items.map((row) => {
      const matter = matters.get(row.whistleId);
      return ledgerViewOf(row, matter?.contents ?? [], this.actionsOf(actor, row, matter, locale));
    });
    return { ...page, items };
  }

  /** The register as the filters leave it, newest first, up to a bound (S59). */
  async *register(actor: Actor, { cursor, limit: _page, ...filters }: LedgerQuery) {
    let after = decodeCursor(cursor, entryPosition);
    for (let told = 0; told < MOST_EXPORTED; told += EXPORT_PAGE) {
      const rows = await this.rowsOf(actor, filters, { limit: EXPORT_PAGE, after });
      const page = rows.slice(0, EXPORT_PAGE);
      yield* page.map(registerLineOf);
      const last = page.at(-1);
      if (rows.length <= EXPORT_PAGE || !last) return;
      after = positionOf(last);
    }
  }

  private rowsOf(
    actor: Actor,
    { departmentId, asks, ...equal }: Omit<LedgerQuery, 'limit' | 'cursor'>,
    part: Parameters<LedgerRepository['list']>[3],
  ): Promise<LedgerRow[]> {
    const filters = { ...equal, ...(departmentId ? { leadDepartmentId: departmentId } : {}), ...(asks ? ASKS : {}) };
    const reach = { scopes: this.access.scopes(actor, 'ledger.read'), handled: handledBy(actor) };
    return this.ledger.list(actor.subdistrictId, reach, filters, part);
  }

  /** @throws ProblemError notFound, also for one the actor may not know of */
  async get(actor: Actor, id: string, locale?: Locale): Promise<bodies.LedgerEntry> {
    const { row } = await this.may(actor, id, 'ledger.read');
    return this.view(actor, row, locale);
  }

  /** Domain 4.5: by the lead, before expiry, with blockers, timetable and task brief; an immediate matter never (S57). */
  async apply(step: Step, body: ApplyLedger): Promise<StepAnswer & { entryId: string }> {
    const isLead = ({ actor }: Step, lead: string | null) => actor.posts.some((post) => post.departmentId === lead);
    const allowed = await this.taker.may(step, 'ledger.apply', body, (_body, row) => ({
      isLead: row.leadDepartmentId !== null && isLead(step, row.leadDepartmentId),
    }));
    const entryId = allowed.requestId;
    const milestones = timetableOf(entryId, body.milestones);
    const contentId = await this.taker.keep(allowed, 'ledgerApplication', withIds(body, entryId));
    const command = { by: allowed.by, contentId, entryId, milestones };
    return { ...(await this.taker.send(allowed, applyLedgerUpdate, command)), entryId };
  }

  async attachOpinion(actor: Actor, id: string, body: bodies.AttachOpinion, key?: string) {
    const words = ['ledger.attachOpinion', 'ledgerOpinion', body, key, 'APPLIED'] as const;
    const { row, contentId } = await this.written(actor, id, ...words);
    await this.ledger.setOpinion(actor.subdistrictId, row.id, contentId);
    return this.get(actor, id);
  }

  /** By whom follows from the length; nothing is approved without the member's opinion, nor by who applied. */
  async rule(actor: Actor, id: string, body: bodies.RuleLedger, key?: string) {
    const found = await this.find(actor, id);
    const command = { isApproved: body.approve };
    return this.take(actor, id, approvalOf(found), 'ledgerRuling', body, key, messages.ruleLedgerUpdate, command);
  }

  reportMilestone(actor: Actor, id: string, milestoneId: string, body: bodies.ReportMilestone, key?: string) {
    const command = { milestoneId };
    return this.take(actor, id, 'milestone.report', 'milestone', body, key, messages.reportMilestoneUpdate, command);
  }

  proposeCarryOver(actor: Actor, id: string, body: bodies.ProposeCarryOver, key?: string) {
    return this.take(actor, id, 'carryOver.propose', 'carryOver', body, key, messages.proposeCarryOverUpdate, {});
  }

  async ruleCarryOver(actor: Actor, id: string, body: bodies.RuleCarryOver, key?: string) {
    const seed = requestIdOf(actor, 'carryOver', id, body, key);
    const { proposedBy } = await this.find(actor, id);
    const command = { isApproved: body.approve, milestones: timetableOf(seed, body.milestones), proposedBy };
    const words = { ...body, milestones: withIds(body, seed).milestones };
    return this.take(actor, id, 'carryOver.approve', 'carryOver', words, key, messages.carryOverUpdate, command);
  }

  /** What is not on the register any more, or not yet, is not reviewed. */
  async review(actor: Actor, id: string, body: bodies.ReviewLedger, key?: string) {
    const { contentId } = await this.written(actor, id, 'ledger.review', 'ledgerReview', body, key, 'RUNNING');
    await this.ledger.finalise(actor.subdistrictId, contentId);
    return this.get(actor, id);
  }

  private async take<C>(
    ...[actor, id, ability, kind, body, key, update, command]: [
      Actor,
      string,
      string,
      StepContentKind,
      object,
      string | undefined,
      UpdateDefinition<LedgerStepTaken, [C]>,
      object,
    ]
  ): Promise<bodies.LedgerEntry> {
    const { row, by, contentId } = await this.written(actor, id, ability, kind, body, key);
    const state = async () => (await this.find(actor, id)).state;
    const options = { updateId: contentId, state, isBehind: behind(row) };
    const given = { by, contentId, ...command } as unknown as C;
    await this.contents.during({ subdistrictId: row.subdistrictId, contentId }, () =>
      this.updates.execute(ledgerWorkflowId(row.id), update, given, options),
    );
    return this.view(actor, await this.find(actor, id));
  }

  /**
   * The right first, then the words, as a draft of the step.
   * @param only the state it is legal in, where no workflow decides that
   */
  private async written(
    ...[actor, id, ability, kind, body, key, only]: [
      ...[Actor, string, string, StepContentKind, object, string | undefined],
      only?: LedgerState,
    ]
  ) {
    const { row, role } = await this.may(actor, id, ability);
    if (only !== undefined && row.state !== only) throw new ProblemError('wrongState', { state: row.state });
    const requestId = requestIdOf(actor, ability, row.id, body, key);
    const { subdistrictId, whistleId } = row;
    const draft = { subdistrictId, whistleId, kind, body, createdBy: actor.userId, requestId };
    return { row, by: actorRefOf(actor, role), contentId: await this.contents.keep(draft) };
  }

  private async may(actor: Actor, id: string, ability: string) {
    const row = await this.find(actor, id);
    const whistle = await this.whistles.find(actor.subdistrictId, row.whistleId);
    const facts = { ...factsOf(row, whistle, actor), opinionAttached: row.opinionId !== null };
    const duties = { evidenceGiven: true, datesGiven: true };
    const { role } = this.access.authorize(actor, ability, targetOf(row, whistle?.memberIds ?? [], actor), {
      ...facts,
      ...duties,
    });
    return { row, role };
  }

  private async find(actor: Actor, id: string): Promise<LedgerRow> {
    const row = await this.ledger.find(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private async view(actor: Actor, row: LedgerRow, locale?: Locale): Promise<bodies.LedgerEntry> {
    const matter = await this.whistles.find(row.subdistrictId, row.whistleId);
    const lead = row.leadDepartmentId;
    const share = lead ? await this.ledger.shareOf(row.subdistrictId, lead) : undefined;
    return ledgerViewOf(row, matter?.contents ?? [], this.actionsOf(actor, row, matter, locale), share);
  }

  private actionsOf(actor: Actor, row: LedgerRow, matter: WhistleRow | undefined, locale?: Locale) {
    const legality = ledgerLegality(row, locale);
    const target = targetOf(row, matter?.memberIds ?? [], actor);
    return this.access.actions(actor, Object.keys(legality), target, factsOf(row, matter, actor), legality, locale);
  }
}

/** What waits for an approval, or for its carrying over to be ruled on. */
const ASKS: Prisma.LedgerEntryWhereInput = {
  OR: [{ state: 'APPLIED' }, { state: 'RUNNING', proposedBy: { not: null } }],
};

/** The relations that the rows on the register ask for. */
function factsOf(row: LedgerRow, matter: WhistleRow | undefined, actor: Actor): Facts {
  const departments = actor.posts.flatMap(({ departmentId }) => departmentId ?? []);
  return {
    isLead: row.leadDepartmentId !== null && departments.includes(row.leadDepartmentId),
    noConflict: !departments.some((one) => matter?.departmentIds.includes(one)),
    notProposer: row.appliedBy !== actor.userId && row.proposedBy !== actor.userId,
    referredToDistrict: false,
  };
}

const idOf = (seed: string, index: number): string => nameUuid('milestone', seed, index);

const timetableOf = (seed: string, milestones: readonly { dueAt: string }[]) =>
  milestones.map(({ dueAt }, index) => ({ milestoneId: idOf(seed, index), dueAt: Date.parse(dueAt) }));

const withIds = <B extends { milestones: readonly object[] }>(body: B, seed: string) => ({
  ...body,
  milestones: body.milestones.map((one, index) => ({ ...one, id: idOf(seed, index) })),
});
