import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import { toIso } from '@hsl/contracts/instants';
import type { YearlyReview } from '@hsl/contracts/schemas/topic-review';
import { REVIEW_FIGURES, type ReviewFigure } from '@hsl/contracts/topics';
import { asInstant } from '@hsl/database/sql-values';
import { yearBefore, yearUntil, type Span } from '@hsl/domain/year-span';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { FIGURES_SQL } from './review-figures.js';

/** A year of the subdistrict, compared with the year before (S116). */
@Injectable()
export class YearlyReviews {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** For whoever reads reports that nobody has released. @throws ProblemError roleNotAllowed */
  async of(actor: Actor, year: number): Promise<YearlyReview> {
    const { subdistrictId } = actor;
    const { views } = this.access.authorize(actor, 'report.read', { subdistrictId, subdistrictWide: true });
    if (views.length > 0) throw new ProblemError('roleNotAllowed');
    const { isComplete, ...span } = yearUntil(year, this.clock.now());
    const [now, before] = await Promise.all([
      this.count(subdistrictId, span),
      this.count(subdistrictId, yearBefore(year, span, isComplete)),
    ]);
    return {
      ...{ year, from: toIso(span.from), to: toIso(span.to), isComplete },
      figures: REVIEW_FIGURES.map((figure) => compared(figure, now[figure], before[figure])),
    };
  }

  private async count(subdistrictId: string, { from, to }: Span): Promise<Record<ReviewFigure, number>> {
    const values = [subdistrictId, asInstant(from), asInstant(to)];
    const [row] = await this.database.query<Record<ReviewFigure, number>>(subdistrictId, FIGURES_SQL, values);
    if (!row) throw new Error('counting answered no row');
    return row;
  }
}

const compared = (figure: ReviewFigure, year: number, before: number): YearlyReview['figures'][number] => ({
  ...{ figure, year, before, change: year - before },
  ...(before === 0 ? {} : { changeShare: (year - before) / before }),
});
