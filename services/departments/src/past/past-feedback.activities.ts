import type { PastFeedback, PastFeedbackActivities } from '@hsl/workflows/past/past-matter.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** Words for the feedback of matters that were resolved before the platform was there (domain 6). */
@Injectable()
export class PastFeedbackRecorder implements PastFeedbackActivities {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** A draft, which the decision it belongs to makes final. */
  async recordPastFeedback({ feedbackId: id, taskId, subdistrictId, by, at }: PastFeedback): Promise<void> {
    const row = {
      ...{ id, subdistrictId, taskId, round: 1, summary: '已办结（往年补录）' },
      evidence: [{ kind: 'after', note: '见原始案卷' }],
      ...{ submittedBy: by.userId, submittedRole: by.role, createdAt: new Date(at) },
    };
    await this.database.forTenant(subdistrictId).feedback.createMany({ data: [row], skipDuplicates: true });
  }
}
