import type { LinkRepeat } from '@hsl/contracts/schemas/whistle-steps';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import { repeatRefusalOf, type RepeatRefusal } from '@hsl/domain/repeat-rule';
import { ProblemError } from '@hsl/platform/problem.error';
import { linkRepeatUpdate } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';
import { unknown } from '../intake/named-references.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { TermsService } from '../rules/terms.service.js';
import { StepTaker, type Step, type StepAnswer } from './step-taker.js';

/** What is back within ninety days of its conclusion is no duplicate (domain 4.5): it is linked, and counted. */
@Injectable()
export class RepeatsService {
  constructor(
    private readonly taker: StepTaker,
    private readonly whistles: WhistleRepository,
    private readonly terms: TermsService,
  ) {}

  /** @throws ProblemError unknownWhistle, notRepeatable or repeatTooLate naming `repeatOf`; repeatLinked; wrongState */
  async link(step: Step, body: LinkRepeat): Promise<StepAnswer> {
    const moment = (_body: LinkRepeat, { state }: WhistleRow) => ({
      ...{ state, openMatter: isWhistleOpen(state as WhistleState) },
    });
    const allowed = await this.taker.may(step, 'whistle.linkRepeat', body, moment);
    const { row, by } = allowed;
    const earlier = await this.whistles.find(row.subdistrictId, body.repeatOf);
    if (!earlier) throw unknown('unknownWhistle', 'repeatOf');
    const refusal = earlier.id === row.id ? 'notRepeatable' : await this.refusalOf(row, earlier);
    if (refusal) throw refused(refusal, earlier);
    const { id: repeatOf, number: repeatOfNumber } = earlier;
    return this.taker.send(allowed, linkRepeatUpdate, { by, repeatOf, repeatOfNumber });
  }

  /** By the rules that the later matter goes by. */
  private async refusalOf(row: WhistleRow, earlier: WhistleRow): Promise<RepeatRefusal | undefined> {
    const { thresholds } = await this.terms.contentOf(row.subdistrictId, row.ruleSetVersion);
    const standing = { state: earlier.state as WhistleState, concludedAt: earlier.concludedAt?.getTime() };
    return repeatRefusalOf(standing, row.blownAt.getTime(), thresholds.repeatDays);
  }
}

function refused(code: RepeatRefusal, { number, state, concludedAt }: WhistleRow): ProblemError {
  const since = concludedAt ? `, concluded ${concludedAt.toISOString()}` : '';
  return new ProblemError(code, { errors: [{ field: 'repeatOf', code, message: `${number} is ${state}${since}` }] });
}
