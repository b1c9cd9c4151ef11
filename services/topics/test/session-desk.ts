import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { TASK_QUEUES, sessionWorkflowId } from '@hsl/contracts/workflow-ids';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { standingTopicId } from '../src/seed/standing-topics.js';
import { Caller, eventually, type Answer, type TopicsService } from './topics-service.js';

export const MINUTE_MS = 60_000;
const PARKING = standingTopicId('zx', 'parking');
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

/** A sitting that is going on now. */
export const NOW = (): object => ({
  ...{ format: 'hybrid', startsAt: inMinutes(-5), endsAt: inMinutes(115), openToAll: true },
  ...{ agenda: ['通报现状', '居民发言'], onlineLink: 'https://meeting.example.cn/8a1' },
});

/** Everybody who has to do with a session, and how far they bring one. */
export class SessionDesk {
  readonly member: Caller;
  readonly otherMember: Caller;
  readonly liaison: Caller;
  readonly worker: Caller;
  readonly head: Caller;
  readonly handler: Caller;
  readonly expert: Caller;
  readonly stranger: Caller;
  /** Without an account. */
  readonly resident: Caller;

  constructor(readonly topics: TopicsService) {
    this.member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
    this.otherMember = topics.as({ userId: 'zx-member-02', posts: [{ role: 'member', memberId: 'ZX-M02' }] });
    this.liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
    this.worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
    this.head = topics.as({ userId: 'zx-head-cgj', posts: [{ role: 'head', departmentId: 'ZX-CGJ' }] });
    this.handler = topics.as({ userId: 'zx-handler-xfd', posts: [{ role: 'handler', departmentId: 'ZX-XFD' }] });
    this.expert = topics.as({ userId: 'zx-expert-01', posts: [{ role: 'expert' }] });
    this.stranger = topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] });
    this.resident = new Caller(topics.origin);
  }

  /** On the topic of parked bicycles, convened by the liaison officer. */
  async thematic(differs: object = {}): Promise<string> {
    const body = { topicId: PARKING, communityIds: ['ZX01', 'ZX02'], ...NOW(), ...differs };
    return (await this.done(this.liaison, '', body)).id as string;
  }

  /** On a whistle of ZX01, whose members have checked in; its workflow runs. */
  async onMatter(purpose: 'dispatch' | 'dissatisfied' = 'dispatch'): Promise<string> {
    const sessionId = randomUUID();
    const terms = termsFor(
      { version: 1, content: DEFAULT_RULE_SET },
      'G3',
      calendarSlice(CHINA_CALENDAR, Date.now(), 400),
    );
    const ids = { sessionId, whistleId: randomUUID(), number: 'ZX-2026-000321', subdistrictId: 'zx' };
    await this.topics.app.get(TemporalClient).workflow.start('deliberationWorkflow', {
      workflowId: sessionWorkflowId(sessionId),
      taskQueue: TASK_QUEUES.topics,
      args: [
        {
          ...{ ...ids, communityId: 'ZX01', purpose, memberIds: ['ZX-M01'], convenedAt: Date.now(), terms },
          convenedBy: 'zx-member-01',
          ...(purpose === 'dissatisfied' ? { leadDepartmentId: 'ZX-CGJ' } : {}),
        },
      ],
    });
    await eventually(
      () => this.topics.rows('SELECT id FROM session WHERE id = $1', sessionId),
      (rows) => rows.length === 1,
    );
    return sessionId;
  }

  /** The step, which must be granted. */
  async done(caller: Caller, path: string, body: object, method: 'post' | 'put' = 'post'): Promise<Answer['body']> {
    const answer = await caller[method](`/api/deliberations${path}`, body);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({
      status: answer.status === 201 ? 201 : 200,
    });
    return answer.body;
  }

  /** How it was refused. */
  async refused(caller: Caller, path: string, body: object, method: 'post' | 'put' = 'post'): Promise<unknown[]> {
    const { status, body: problem } = await caller[method](`/api/deliberations${path}`, body);
    return [status, problem.code];
  }

  async get(caller: Caller, path: string): Promise<Answer['body']> {
    const { status, body } = await caller.get(`/api/deliberations${path}`);
    expect({ path, status }).toEqual({ path, status: 200 });
    return body;
  }
}
