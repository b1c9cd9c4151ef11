import type { Actor } from '@hsl/access/actor';
import type { AdviseDispatch } from '@hsl/contracts/schemas/whistle-steps';
import type { WhistleState } from '@hsl/contracts/states';
import { queryRows } from '@hsl/database/model-rows';
import { nameUuid } from '@hsl/platform/name-uuid';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { checkDepartments, unknown } from '../intake/named-references.js';
import { DISPATCH_ADVICE, type KeptAdvice } from '../matter/dispatch-advice.js';
import type { WhistleRow } from '../matter/whistle.repository.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { StepTaker, type Step, type StepAnswer } from './step-taker.js';

/** Before the dispatch: afterwards there is nothing to advise. */
const OPEN_TO_ADVICE: readonly WhistleState[] = ['CHECKED_IN', 'DELIBERATING'];

/**
 * Only while nothing is dispatched, as one statement with its line of history. The line has version 0: it belongs to no
 * decision of the workflow.
 */
const ADVISE = `WITH waiting AS (
    SELECT id, subdistrict_id FROM whistle WHERE id = $2 AND subdistrict_id = $3 AND state = ANY ($4) FOR SHARE
  ), advised AS (
    INSERT INTO step_content (id, subdistrict_id, whistle_id, kind, body, created_by, final)
    SELECT $1, subdistrict_id, id, '${DISPATCH_ADVICE}', $5::jsonb, $6, true FROM waiting
    ON CONFLICT (id) DO NOTHING RETURNING whistle_id, created_at
  ), line AS (
    INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
    SELECT w.subdistrict_id, w.id::text, 0, 'advised/' || $1, 'dispatchAdvised', $6, $7, advised.created_at, $8::jsonb
    FROM waiting w JOIN advised ON advised.whistle_id = w.id
  )
  SELECT id FROM waiting`;

/** Domain 4.2 dispatch: a member who is there says which departments should take it; the liaison officer dispatches. */
@Injectable()
export class DispatchAdviceService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly taker: StepTaker,
    private readonly book: ReferenceBook,
  ) {}

  /** @throws ProblemError wrongState with the state; unknownDepartment, duplicateDepartment naming the place */
  async advise(step: Step, body: AdviseDispatch): Promise<StepAnswer> {
    const moment = (_body: AdviseDispatch, { state }: WhistleRow) => ({ state });
    const { row, by, requestId } = await this.taker.may(step, 'whistle.adviseDispatch', body, moment);
    const { id, number, version, subdistrictId } = row;
    await this.checkUnits(subdistrictId, body);
    const memberId = memberOf(step.actor, row);
    const kept: KeptAdvice = { ...body, memberId };
    const waiting = await queryRows(this.database.pool(subdistrictId), ADVISE, [
      ...[nameUuid('content', requestId), id, subdistrictId, OPEN_TO_ADVICE, JSON.stringify(kept)],
      ...[by.userId, by.role, JSON.stringify({ memberId, tasks: unitsOf(body) })],
    ]);
    const state = row.state as WhistleState;
    // Dispatched between the two looks.
    if (waiting.length === 0) throw new ProblemError('wrongState', { state });
    return { id, number, state, version };
  }

  private async checkUnits(subdistrictId: string, body: AdviseDispatch): Promise<void> {
    const { leadDepartmentId, supportingDepartmentIds } = body;
    const known = await this.book.of(subdistrictId);
    if (!known.departments.has(leadDepartmentId)) throw unknown('unknownDepartment', 'leadDepartmentId');
    checkDepartments(supportingDepartmentIds, known, 'supportingDepartmentIds');
    const named = [leadDepartmentId, ...supportingDepartmentIds];
    const twice = supportingDepartmentIds.findIndex((id, index) => named.indexOf(id) !== index + 1);
    if (twice >= 0) throw unknown('duplicateDepartment', `supportingDepartmentIds.${twice}`);
  }
}

/** Whose advice it is: the right is for members who are there. */
function memberOf(actor: Actor, { memberIds }: WhistleRow): string {
  const member = actor.posts.find(({ memberId }) => memberId !== undefined && memberIds.includes(memberId));
  if (member?.memberId === undefined) throw new ProblemError('roleNotAllowed');
  return member.memberId;
}

const unitsOf = ({ leadDepartmentId, supportingDepartmentIds }: AdviseDispatch) => [
  { departmentId: leadDepartmentId, role: 'lead' },
  ...supportingDepartmentIds.map((departmentId) => ({ departmentId, role: 'supporting' })),
];
