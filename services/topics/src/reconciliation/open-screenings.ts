import { submissionWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { screeningQuery } from '@hsl/workflows/submission/submission.messages';
import { Injectable } from '@nestjs/common';
import { ScreeningRepository } from '../screening/screening.repository.js';
import { LostScreenings, type OpenScreening } from './lost-screenings.js';

/** Clocks of screenings that run or should have begun, beside their workflows. */
@Injectable()
export class OpenScreenings extends OpenRows<OpenScreening> {
  constructor(screenings: ScreeningRepository, temporal: TemporalClient, lost: LostScreenings) {
    super(temporal, {
      ...{ kind: 'screening', query: screeningQuery.name },
      open: async (subdistrictId, id, take) => {
        const rows = await screenings.clocks(subdistrictId, id, take);
        return rows.map((row) => ({ ...row, state: 'RUNNING', workflowId: submissionWorkflowId(row.id) }));
      },
      beginAgain: (row, finding) => lost.beginAgain(row, finding),
    });
  }
}
