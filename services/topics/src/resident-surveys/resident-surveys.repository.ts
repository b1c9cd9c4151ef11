import type { Instant } from '@hsl/contracts/instants';
import type { OpenResidentSurvey } from '@hsl/contracts/schemas/resident-surveys';
import { SURVEY_QUESTIONS } from '@hsl/contracts/topics';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { ResidentSurvey } from '../generated/prisma/client.js';

export interface SurveyResult {
  id: string;
  communityId: string;
  communityName: string | null;
  /** `YYYY-MM-DD`. */
  opensOn: string;
  closesOn: string;
  answers: number;
  /** In the order of the questions; null without answers. */
  averages: (number | null)[];
}

const AVERAGES = SURVEY_QUESTIONS.map((_question, index) => `avg(a.scores[${index + 1}])::float8`).join(', ');

@Injectable()
export class ResidentSurveysRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** One for each known community that has none for the half year. */
  async open(
    subdistrictId: string,
    { half, opensOn, closesOn }: OpenResidentSurvey,
    openedBy: string,
    now: Instant,
  ): Promise<void> {
    const tenant = this.database.forTenant(subdistrictId);
    const communities = await tenant.community.findMany({ where: { subdistrictId }, select: { communityId: true } });
    await tenant.residentSurvey.createMany({
      data: communities.map(({ communityId }) => ({
        ...{ id: nameUuid('resident-survey', subdistrictId, half, communityId), subdistrictId, half, communityId },
        ...{ opensOn: new Date(opensOn), closesOn: new Date(closesOn), openedBy, openedAt: new Date(now) },
      })),
      skipDuplicates: true,
    });
  }

  /** Whatever subdistrict it is of: who has a survey's id needs to know no more. */
  find(id: string): Promise<ResidentSurvey | null> {
    return this.database.system.residentSurvey.findUnique({ where: { id } });
  }

  /** Asked by nobody who is known, of whatever subdistrict: by the system's connection. */
  openAt(subdistrictId: string, communityId: string, today: string): Promise<ResidentSurvey[]> {
    const day = new Date(today);
    return this.database.system.residentSurvey.findMany({
      where: { subdistrictId, communityId, opensOn: { lte: day }, closesOn: { gte: day } },
      orderBy: { half: 'desc' },
      take: 10,
    });
  }

  /** The first answer of a phone counts; another one of it changes nothing. */
  async answer(survey: ResidentSurvey, answererHash: string, scores: number[], now: Instant): Promise<void> {
    const { id: surveyId, subdistrictId } = survey;
    await this.database.forTenant(subdistrictId).residentSurveyAnswer.createMany({
      data: [{ subdistrictId, surveyId, answererHash, scores, answeredAt: new Date(now) }],
      skipDuplicates: true,
    });
  }

  /** Of all communities, or those named. */
  results(subdistrictId: string, half: string, only: readonly string[] | undefined): Promise<SurveyResult[]> {
    return this.database.query<SurveyResult>(
      subdistrictId,
      `SELECT s.id, s.community_id AS "communityId", c.name AS "communityName", s.opens_on::text AS "opensOn",
        s.closes_on::text AS "closesOn", count(a.survey_id)::int AS answers, ARRAY[${AVERAGES}] AS averages
      FROM resident_survey s
      LEFT JOIN community c ON c.subdistrict_id = s.subdistrict_id AND c.community_id = s.community_id
      LEFT JOIN resident_survey_answer a ON a.survey_id = s.id
      WHERE s.subdistrict_id = $1 AND s.half = $2 AND ($3::text[] IS NULL OR s.community_id = ANY ($3))
      GROUP BY s.id, c.name ORDER BY s.community_id`,
      [subdistrictId, half, only ?? null],
    );
  }
}
