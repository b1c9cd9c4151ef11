import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { RecordSiteVisit, SiteVisit, SiteVisitList } from '@hsl/contracts/schemas/site-visits';
import { storedFileView, type StoredFile } from '@hsl/files/stored-file';
import { Clock } from '@hsl/platform/clock';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { TaskFilesService } from '../files/task-files.service.js';
import type { TaskNote } from '../generated/prisma/client.js';
import { requestIdOf, TaskRequests, type TaskRequest } from '../steps/task-requests.js';
import { TaskReader } from '../tasks/task-reader.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { SiteVisitsRepository } from './site-visits.repository.js';

/** A phone's clock may be a little fast. */
const TOLERANCE_MS = 60_000;

/** Who went to the spot, when, what was advised and what it looked like (S88). No clock hangs on it. */
@Injectable()
export class SiteVisitsService {
  constructor(
    private readonly reader: TaskReader,
    private readonly visits: SiteVisitsRepository,
    private readonly files: TaskFilesService,
    private readonly requests: TaskRequests,
    private readonly clock: Clock,
  ) {}

  /**
   * A repeat under the same key is answered as before.
   * @throws ProblemError notFound, roleNotAllowed, conflictOfInterest, unknownFile, validationFailed for a time to come,
   *   idempotencyKeyReused
   */
  async record(request: TaskRequest & { body: RecordSiteVisit }): Promise<SiteVisit> {
    const { actor, taskId, body } = request;
    const { task, grant } = await this.reader.get(actor, taskId, () => 'siteVisit.record');
    const before = await this.requests.findAnswer(request);
    if (before !== undefined) return before as SiteVisit;
    if (Date.parse(body.visitedAt) > this.clock.now() + TOLERANCE_MS) throw notYet();
    await this.files.mustHave(actor, task, body.fileIds);
    const id = requestIdOf(request);
    await this.visits.record(id, task, body, actorRefOf(actor, grant.role));
    const answer = (await this.of(task)).find((visit) => visit.id === id);
    if (!answer) throw new ProblemError('notFound');
    await this.requests.keepAnswer(request, answer);
    return answer;
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async list(actor: Actor, taskId: string): Promise<SiteVisitList> {
    const { task } = await this.reader.get(actor, taskId, () => 'departmentTask.read');
    return { items: await this.of(task) };
  }

  private async of(task: TaskRow): Promise<SiteVisit[]> {
    const [visits, files] = await Promise.all([this.visits.list(task), this.files.final(task)]);
    return visits.map((visit) => siteVisitView(visit, files));
  }
}

const notYet = () =>
  new InvalidInputError([
    {
      code: 'custom',
      path: ['visitedAt'],
      params: { code: 'notYet', zh: '走访时间不能在将来。', en: 'A visit cannot lie in the future.' },
    },
  ]);

function siteVisitView(row: TaskNote, files: readonly StoredFile[]): SiteVisit {
  const { place, visitedAt, advice, fileIds } = row.body as unknown as RecordSiteVisit;
  return {
    ...{ id: row.id, place, visitedAt: new Date(visitedAt).toISOString(), advice, role: row.createdRole },
    files: files.filter(({ id }) => fileIds.includes(id)).map(storedFileView),
    recordedAt: row.createdAt.toISOString(),
  };
}
