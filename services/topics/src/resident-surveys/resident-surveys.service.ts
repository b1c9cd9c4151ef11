import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type {
  AnswerResidentSurvey,
  OpenResidentSurvey,
  OpenSurveys,
  ResidentSurveyAnswered,
  ResidentSurveys as Results,
} from '@hsl/contracts/schemas/resident-surveys';
import { SURVEY_QUESTIONS } from '@hsl/contracts/topics';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ResidentSurvey } from '../generated/prisma/client.js';
import { ResidentSurveysRepository, type SurveyResult } from './resident-surveys.repository.js';

const TOKEN_BYTES = 18;
const dayIn = (date: Date): string => date.toISOString().slice(0, 10);

/** What residents think, asked in every community twice a year (S96). */
@Injectable()
export class ResidentSurveys {
  constructor(
    private readonly surveys: ResidentSurveysRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** A second time opens what has been added since, and changes nothing else. @throws ProblemError roleNotAllowed */
  async open(actor: Actor, body: OpenResidentSurvey): Promise<Results> {
    const { subdistrictId, userId } = actor;
    this.access.authorize(actor, 'residentSurvey.open', { subdistrictId, subdistrictWide: true });
    await this.surveys.open(subdistrictId, body, userId, this.clock.now());
    return this.results(actor, body.half);
  }

  /** What a resident of the community may answer today, without sign-in. */
  async openFor(subdistrictId: string, communityId: string): Promise<OpenSurveys> {
    const rows = await this.surveys.openAt(subdistrictId, communityId, this.today());
    return {
      items: rows.map(({ id, half, opensOn, closesOn }) => ({
        ...{ id, half, communityId, opensOn: dayIn(opensOn), closesOn: dayIn(closesOn) },
        questions: [...SURVEY_QUESTIONS],
      })),
    };
  }

  /**
   * Once for each phone or person; only a hash of it is kept, and another one for each survey.
   * @throws ProblemError notFound, surveyClosed
   */
  async answer(actor: Actor | undefined, id: string, body: AnswerResidentSurvey): Promise<ResidentSurveyAnswered> {
    const survey = z.uuid().safeParse(id).success ? await this.surveys.find(id) : null;
    if (!survey) throw new ProblemError('notFound');
    const { subdistrictId, communityId } = survey;
    // The statement lets a person answer once: a second answer changes nothing and is answered the same.
    const target = { subdistrictId, communityId };
    this.access.authorize(actor, 'residentSurvey.answer', target, { oncePerPerson: true });
    if (!this.isOpen(survey)) throw new ProblemError('surveyClosed');
    const deviceToken = body.deviceToken ?? randomBytes(TOKEN_BYTES).toString('base64url');
    const answerer = actor ? `user ${actor.userId}` : `device ${deviceToken}`;
    const hash = createHash('sha256').update(`${id} ${answerer}`).digest('hex');
    const scores = SURVEY_QUESTIONS.map((question) => body.scores[question]);
    await this.surveys.answer(survey, hash, scores, this.clock.now());
    return { surveyId: id, ...(actor ? {} : { deviceToken }) };
  }

  /** @throws ProblemError roleNotAllowed */
  async results(actor: Actor, half: string): Promise<Results> {
    const scopes = this.access.scopes(actor, 'residentSurvey.read');
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const isWide = scopes.some(({ communityIds }) => communityIds === undefined);
    const only = isWide ? undefined : scopes.flatMap(({ communityIds = [] }) => communityIds);
    const rows = await this.surveys.results(actor.subdistrictId, half, only);
    return { items: rows.map((row) => resultView(row, half)) };
  }

  private today(): string {
    return dateOf(dayOf(this.clock.now()));
  }

  private isOpen({ opensOn, closesOn }: ResidentSurvey): boolean {
    const today = this.today();
    return dayIn(opensOn) <= today && today <= dayIn(closesOn);
  }
}

function resultView({ averages, communityName, ...row }: SurveyResult, half: string): Results['items'][number] {
  return {
    ...{ ...row, half, communityName: communityName ?? undefined },
    averages: SURVEY_QUESTIONS.flatMap((question, index) => {
      const average = averages[index];
      return average === null || average === undefined ? [] : [{ question, average }];
    }),
  };
}
