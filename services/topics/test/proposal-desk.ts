import { expect } from '@jest/globals';
import type { Answer, Caller, TopicsService } from './topics-service.js';

export const WORDS = { title: '规范老旧小区电动车充电', text: '多个小区飞线充电，建议按楼栋布设充电棚。' };
export const UNITS = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'] };

/** Everybody who has to do with a proposal, and how far they bring one. */
export class ProposalDesk {
  readonly author: Caller;
  readonly otherMember: Caller;
  readonly deputyLeader: Caller;
  readonly liaison: Caller;
  readonly lead: Caller;
  readonly leadHandler: Caller;
  readonly supporting: Caller;
  readonly otherUnit: Caller;
  readonly stranger: Caller;

  private constructor(topics: TopicsService) {
    const ofUnit = (userId: string, role: 'head' | 'handler', departmentId: string) =>
      topics.as({ userId, posts: [{ role, departmentId }] });
    this.author = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
    this.otherMember = topics.as({ userId: 'zx-member-02', posts: [{ role: 'member', memberId: 'ZX-M02' }] });
    this.deputyLeader = topics.as({ userId: 'zx-deputy1', posts: [{ role: 'deputyLeader' }] });
    this.liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
    this.lead = ofUnit('zx-head-cgj', 'head', 'ZX-CGJ');
    this.leadHandler = ofUnit('zx-handler-cgj', 'handler', 'ZX-CGJ');
    this.supporting = ofUnit('zx-head-xfd', 'head', 'ZX-XFD');
    this.otherUnit = ofUnit('zx-head-gaj', 'head', 'ZX-GAJ');
    this.stranger = topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] });
  }

  /** With the departments that proposals are assigned to. */
  static async open(topics: TopicsService): Promise<ProposalDesk> {
    await topics.learnDepartments('ZX-CGJ', 'ZX-XFD', 'ZX-GAJ');
    return new ProposalDesk(topics);
  }

  async submitted(): Promise<string> {
    const { status, body } = await this.author.post('/api/proposals', WORDS);
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'SUBMITTED' });
    return body.id as string;
  }

  /** The step, which must be granted. */
  async take(caller: Caller, id: string, step: string, body: object = {}): Promise<Answer['body']> {
    const answer = await caller.post(`/api/proposals/${id}/${step}`, body);
    expect({ step, status: answer.status, body: answer.body }).toMatchObject({ step, status: 200 });
    return answer.body;
  }

  async filed(): Promise<string> {
    const id = await this.submitted();
    await this.take(this.deputyLeader, id, 'filing', { isFiled: true });
    return id;
  }

  async assigned(): Promise<string> {
    const id = await this.filed();
    await this.take(this.liaison, id, 'assignment', UNITS);
    return id;
  }

  async met(): Promise<string> {
    const id = await this.assigned();
    await this.take(this.lead, id, 'meeting', { text: '六月一日在社区面谈一小时。' });
    await this.take(this.author, id, 'meeting-confirmation');
    return id;
  }

  async get(caller: Caller, id: string): Promise<Answer['body']> {
    const { status, body } = await caller.get(`/api/proposals/${id}`);
    expect(status).toBe(200);
    return body;
  }

  /** The words of that step as the caller is shown them. */
  async words(caller: Caller, id: string, step: string): Promise<string[]> {
    const { texts } = await this.get(caller, id);
    return (texts as { step: string; text: string }[]).flatMap((one) => (one.step === step ? [one.text] : []));
  }
}
