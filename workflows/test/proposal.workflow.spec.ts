import { randomUUID } from 'node:crypto';
import { proposalWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import type { Role } from '@hsl/contracts/roles';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { DEFAULT_PROPOSAL_LIMITS, monthsAfter } from '@hsl/domain/proposal-terms';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UpdateDefinition } from '@temporalio/common';
import * as messages from '../src/proposal/proposal.messages.js';
import { by, until } from './road.js';
import { openStage, type Stage } from './stage.js';

const DAY_MS = 86_400_000;
const terms = { timeScale: 1, calendar: CHINA_CALENDAR, limits: DEFAULT_PROPOSAL_LIMITS };

describe('a proposal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  async function submit() {
    const proposalId = randomUUID();
    const input: messages.ProposalInput = {
      ...{ proposalId, subdistrictId: 'zx', submittedBy: by('member'), contentId: 'words', terms },
      submittedAt: await stage.env.currentTimeMs(),
    };
    const options = { workflowId: proposalWorkflowId(proposalId), taskQueue: TASK_QUEUES.topics, args: [input] };
    const handle = await stage.client.workflow.start('proposalWorkflow', options);
    const decisions = () => stage.records.proposals.filter((one) => one.proposalId === proposalId);
    const act = <C extends messages.ProposalCommand>(
      update: UpdateDefinition<messages.ProposalStepTaken, [C]>,
      role: Role,
      command: Omit<C, 'by'>,
    ) => handle.executeUpdate(update, { args: [{ by: by(role), ...command } as unknown as C] });
    const reply = (replyClass: 'A' | 'B' | 'C', promisedAt?: number) =>
      act(messages.replyProposalUpdate, 'head', { replyClass, promisedAt, contentId: 'reply' });
    const rate = (rating: messages.RateCommand['rating']) => act(messages.rateProposalUpdate, 'member', { rating });
    const close = () => act(messages.closeProposalUpdate, 'liaisonOfficer', {});
    const supplement = (replyClass: 'A' | 'B', promisedAt?: number) =>
      act(messages.supplementReplyUpdate, 'head', { replyClass, promisedAt, contentId: 'more' });
    await act(messages.proposalSubmittedUpdate, 'member', {});
    return { handle, decisions, act, reply, rate, close, supplement, types: () => decisions().map((d) => d.fact.type) };
  }
  type Proposal = Awaited<ReturnType<typeof submit>>;

  async function assigned(): Promise<Proposal> {
    const proposal = await submit();
    await proposal.act(messages.fileProposalUpdate, 'deputyLeader', { isFiled: true });
    const units = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD', 'ZX-CGJ'] };
    await proposal.act(messages.assignProposalUpdate, 'liaisonOfficer', units);
    return proposal;
  }
  async function met(): Promise<Proposal> {
    const proposal = await assigned();
    await proposal.act(messages.recordMeetingUpdate, 'head', { contentId: 'talk' });
    await proposal.act(messages.confirmMeetingUpdate, 'member', {});
    return proposal;
  }
  const rungsOf = ({ decisions }: Proposal, step: string) =>
    decisions().flatMap(({ fact }) => (fact.type === 'rung' && fact.step === step ? [fact.kind] : []));

  it('goes the straight road from its submission to its closing', async () => {
    const proposal = await met();
    expect((await proposal.reply('A')).state).toBe('REPLIED');
    await proposal.rate('satisfied');
    await proposal.close();
    expect(await proposal.handle.result()).toEqual({ state: 'CLOSED', replyClass: 'A', rating: 'satisfied' });
    const straight = ['submitted', 'filed', 'assigned', 'meetingRecorded', 'met', 'replied', 'rated', 'closed'];
    expect(proposal.types()).toEqual(straight);
    expect(proposal.decisions().map(({ version }) => version)).toEqual(straight.map((_one, index) => index + 1));
    expect(proposal.decisions()[2]?.after.supportingDepartmentIds).toEqual(['ZX-XFD']);
    expect(proposal.decisions().at(-1)?.after.deadlines).toEqual([]);
  });

  it('refuses steps out of their order, and a reply before the author has confirmed the meeting', async () => {
    const proposal = await assigned();
    const notReady = { cause: { type: 'proposalNotReady', details: [{ state: 'ASSIGNED' }] } };
    await expect(proposal.reply('A')).rejects.toMatchObject(notReady);
    await expect(proposal.act(messages.confirmMeetingUpdate, 'member', {})).rejects.toMatchObject(notReady);
    await expect(proposal.act(messages.withdrawProposalUpdate, 'member', {})).rejects.toMatchObject(notReady);
    await expect(proposal.rate('satisfied')).rejects.toMatchObject(notReady);
  });

  it('ends when it is not filed', async () => {
    const proposal = await submit();
    await proposal.act(messages.fileProposalUpdate, 'deputyLeader', { isFiled: false, contentId: 'why' });
    expect((await proposal.handle.result()).state).toBe('NOT_FILED');
  });

  it('[S65] gives the lead three natural months, and climbs the ladder to the red card and on when it is late', async () => {
    const proposal = await assigned();
    const { at, after } = proposal.decisions().at(-1)!;
    expect(after).toMatchObject({
      dueAt: monthsAfter(at, 3, terms),
      deadlines: [{ step: 'reply', holderId: 'ZX-CGJ' }],
    });
    await stage.env.sleep(after.dueAt! - (await stage.env.currentTimeMs()) - DAY_MS / 24);
    expect(rungsOf(proposal, 'reply')).toEqual(['reminder', 'yellowCard']);
    await stage.env.sleep(DAY_MS);
    await until(() => rungsOf(proposal, 'reply').includes('redCard') || undefined);
    await stage.env.sleep(30 * DAY_MS);
    const all = await until(() => (rungsOf(proposal, 'reply').length === 6 ? rungsOf(proposal, 'reply') : undefined));
    expect(all.slice(3)).toEqual(['superviseOrder', 'interview', 'escalatedSupervision']);
    await proposal.act(messages.recordMeetingUpdate, 'head', { contentId: 'talk' });
    await proposal.act(messages.confirmMeetingUpdate, 'member', {});
    expect((await proposal.reply('C')).state).toBe('REPLIED');
  });

  it('a class B reply needs a date to come, and no other class has one', async () => {
    const proposal = await met();
    const now = await stage.env.currentTimeMs();
    const refused = { cause: { type: 'promiseDateMissing' } };
    await expect(proposal.reply('B')).rejects.toMatchObject(refused);
    await expect(proposal.reply('B', now - DAY_MS)).rejects.toMatchObject(refused);
    await expect(proposal.reply('A', now + DAY_MS)).rejects.toMatchObject(refused);
  });

  it('carries a class B reply over to its date, which is looked at again until it is done', async () => {
    const proposal = await met();
    const promisedAt = (await stage.env.currentTimeMs()) + 60 * DAY_MS;
    await proposal.reply('B', promisedAt);
    await proposal.rate('basic');
    expect((await proposal.close()).state).toBe('CARRIED_OVER');
    expect(proposal.decisions().at(-1)?.after).toMatchObject({ promisedAt, dueAt: promisedAt });
    await stage.env.sleep(61 * DAY_MS);
    await until(() => rungsOf(proposal, 'proposalPromise').includes('redCard') || undefined);
    const later = (await stage.env.currentTimeMs()) + 40 * DAY_MS;
    expect((await proposal.supplement('B', later)).state).toBe('CARRIED_OVER');
    expect(proposal.decisions().at(-1)?.after.promisedAt).toBe(later);
    await stage.env.sleep(5 * DAY_MS);
    expect((await proposal.supplement('A')).state).toBe('CLOSED');
    expect(await proposal.handle.result()).toMatchObject({ state: 'CLOSED', replyClass: 'A' });
  });

  it('goes back to the lead once when the author is dissatisfied, and no second time', async () => {
    const proposal = await met();
    await proposal.reply('C');
    expect((await proposal.rate('dissatisfied')).state).toBe('MET');
    const { at, after } = proposal.decisions().at(-1)!;
    expect(after.dueAt).toBe(monthsAfter(at, 1, terms));
    await proposal.reply('C');
    expect((await proposal.rate('dissatisfied')).state).toBe('RATED');
    await proposal.close();
    expect(await proposal.handle.result()).toMatchObject({ rating: 'dissatisfied' });
    expect(proposal.types().filter((type) => type === 'replyRefused')).toHaveLength(1);
  });

  it('counts a form that never came back as not returned', async () => {
    const proposal = await met();
    await proposal.reply('A');
    await stage.env.sleep(31 * DAY_MS);
    const rated = await until(() => proposal.decisions().find(({ fact }) => fact.type === 'rated'));
    expect(rated.after).toMatchObject({ state: 'RATED', rating: 'unreturned' });
    expect(rungsOf(proposal, 'proposalRate')).toEqual(['reminder']);
  });
});
