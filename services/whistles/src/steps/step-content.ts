import { queryRows } from '@hsl/database/model-rows';
import { nameUuid } from '@hsl/platform/name-uuid';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

export type StepContentKind =
  | 'sendBack'
  | 'resubmission'
  | 'decline'
  | 'declineRuling'
  | 'objection'
  | 'objectionRuling'
  | 'regrade'
  | 'contact'
  | 'session'
  | 'selfResolution'
  | 'dispatchAdvice'
  | 'brief'
  | 'units'
  | 'verification'
  | 'falseFeedback'
  | 'revisit'
  | 'outcomeChoice'
  | 'ledgerApplication'
  | 'ledgerOpinion'
  | 'ledgerRuling'
  | 'ledgerReview'
  | 'milestone'
  | 'carryOver'
  | 'merge'
  | 'withdrawal'
  | 'withdrawRuling'
  | 'reopening'
  | 'lookBack';

/** Of the words that come with a request. */
export const contentIdOf = (requestId: string): string => nameUuid('content', requestId);

/** Whose draft, if the step has words. */
export interface Kept {
  subdistrictId: string;
  contentId: string | undefined;
}

export interface Draft {
  subdistrictId: string;
  whistleId: string;
  kind: StepContentKind;
  body: object;
  createdBy: string;
  /** The request this belongs to; a repeated request has the same draft. */
  requestId: string;
}

const KEEP = `INSERT INTO step_content (id, subdistrict_id, whistle_id, kind, body, created_by)
  VALUES ($1, $2, $3, $4, $5::jsonb, $6) ON CONFLICT (id) DO NOTHING`;
const FINISH = 'UPDATE step_content SET final = true WHERE id = $1';
const TAKE_BACK = 'DELETE FROM step_content WHERE id = $1 AND NOT final';
const DRAFT_LIFE_MS = 24 * 3_600_000;

/**
 * What a person wrote with a step. It is stored before the step is taken, as a draft that the decision makes final; a
 * refused step takes its draft back, and what an outage leaves is swept a day later. Words never travel through a workflow.
 */
@Injectable()
export class StepContents {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** Answers the draft's id; the same request gives the same one. */
  async keep({ subdistrictId, whistleId, kind, body, createdBy, requestId }: Draft): Promise<string> {
    const id = contentIdOf(requestId);
    const values = [id, subdistrictId, whistleId, kind, JSON.stringify(body), createdBy];
    await queryRows(this.database.pool(subdistrictId), KEEP, values);
    return id;
  }

  /**
   * Takes the step that the draft was written for. Refused, it leaves nothing: the draft goes, unless an earlier request
   * with the same key was let do it. After an outage nobody knows what became of the step, so the draft stays.
   */
  async during<T>({ subdistrictId, contentId }: Kept, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (contentId !== undefined && error instanceof ProblemError && error.status < 500) {
        await queryRows(this.database.pool(subdistrictId), TAKE_BACK, [contentId]);
      }
      throw error;
    }
  }

  /** Of a word that counts although the matter does not move by it. */
  async finish(subdistrictId: string, contentId: string): Promise<void> {
    await queryRows(this.database.pool(subdistrictId), FINISH, [contentId]);
  }

  /** Removes what was never made final. Answers how many. */
  async sweep(now: number): Promise<number> {
    const before = new Date(now - DRAFT_LIFE_MS);
    const { count } = await this.database.system.stepContent.deleteMany({
      where: { final: false, createdAt: { lt: before } },
    });
    return count;
  }
}
