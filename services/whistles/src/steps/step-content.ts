import { queryRows } from '@hsl/database/model-rows';
import { nameUuid } from '@hsl/platform/name-uuid';
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
const DRAFT_LIFE_MS = 24 * 3_600_000;

/**
 * What a person wrote with a step. It is stored before the step is taken, as a draft that the decision makes final; a
 * refused step leaves a draft, which is swept a day later. Words never travel through a workflow.
 */
@Injectable()
export class StepContents {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** Answers the draft's id; the same request gives the same one. */
  async keep({ subdistrictId, whistleId, kind, body, createdBy, requestId }: Draft): Promise<string> {
    const id = nameUuid('content', requestId);
    const values = [id, subdistrictId, whistleId, kind, JSON.stringify(body), createdBy];
    await queryRows(this.database.pool(subdistrictId), KEEP, values);
    return id;
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
