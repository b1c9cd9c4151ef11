import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/client.js';
import { story, toDispatched, toVerifying } from '../platform/story.js';
import { choose } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
/** Late within seconds, and still time to act. */
const DAY_IN_TWO_SECONDS = 43_200;

/** One word that is waited for, by the number of its matter. */
const card = (page: Page, number: string) => page.getByRole('listitem').filter({ hasText: number });

describe('those who rule', () => {
  const stage = useStage();
  const task = (id: string, unit: string) => stage.tale.taskOf(id, unit) as Promise<{ id: string }>;
  const takes = async (who: string, id: string, step: string, body: object) =>
    stage.tale.ok(step, await stage.tale.as(who).post(`/api/department-tasks/${id}/${step}`, body));

  it(
    'a community head countersigns in bulk on a phone, a deputy leader rules on a refusal with its reason before her',
    async () => {
      const yellow = [
        await stage.tale.blow({ level: 'yellow', place: '甲' }),
        await stage.tale.blow({ level: 'yellow', place: '乙' }),
      ];
      const refused = await stage.tale.blow({ place: '丙' });
      const decline = { reasonCode: 'inCourt', referral: '区法院', reason: '正在审理' };
      stage.tale.ok('decline', await stage.tale.as('liaison1').post(`/api/whistles/${refused.id}/decline`, decline));

      const head = await stage.desk('phone', 'zx-head-01');
      await head.open('/approvals');
      for (const { number } of yellow) await card(head.page, number).getByRole('checkbox').check();
      await expectClean(head);
      await head.page.getByRole('button', { name: '一并同意 2 件' }).click();
      await head.page.getByText('没有等您批的事。').waitFor();
      await expectClean(head);

      const deputy = await stage.desk('laptop', 'zx-deputyleader1');
      await deputy.open('/board');
      await deputy.page.getByRole('link', { name: /^待我批 [1-9]/ }).click();
      const asked = card(deputy.page, refused.number);
      await asked.getByText('已在诉讼 · 正在审理').waitFor();
      await asked.getByText(/^联络员 · /).waitFor();
      await asked.getByText(/同意后不再受理/).waitFor();
      await asked.getByRole('button', { name: /^不同意/ }).click();
      await deputy.page.getByRole('dialog').getByLabel('理由').fill('在辖区内，应当受理。');
      await expectClean(deputy);
      await deputy.page.getByRole('dialog').getByRole('button', { name: '再想想' }).click();
      await deputy.page.getByRole('button', { name: 'English' }).click();
      await asked.getByRole('button', { name: /^Approve/ }).click();
      await submit(deputy.page, 'Approve');
      await asked.waitFor({ state: 'detached' });
      await stage.tale.inState(refused.id, 'NOT_ACCEPTED');
      await expectClean(deputy);
    },
    2 * MINUTE_MS,
  );

  it(
    'a second return is a dispute: site meeting, ruling, appeal, and what is final stands in the routing table',
    async () => {
      const { id, number } = await stage.tale.blow({ place: '丁', categoryCode: 'C2' });
      await toDispatched(stage.tale, id, 'ZJJ');
      const first = await task(id, 'zjj');
      const law = '《物业管理条例》第四十五条';
      await takes('handler-zjj', first.id, 'return-request', {
        ...{ reasonCode: 'noLegalPower', toDepartmentId: 'ZX-CGJ', legalBasis: law, note: '红线以外' },
      });

      const liaison = await stage.desk('phone', 'zx-liaison1');
      await liaison.open('/approvals?of=task');
      const asked = card(liaison.page, number);
      await asked.getByText(`没有执法依据 · 红线以外`).waitFor();
      await asked.getByText(/期限 .* 不变/).waitFor();
      await expectClean(liaison);
      await asked.getByRole('button', { name: /^同意/ }).click();
      await liaison.page.getByLabel('理由').fill('按职责清单转。');
      await submit(liaison.page, '同意');
      await asked.waitFor({ state: 'detached' });

      const second = await task(id, 'cgj');
      await takes('handler-cgj', second.id, 'return-request', {
        ...{ reasonCode: 'notOurDuty', toDepartmentId: 'ZX-GAJ', legalBasis: '《道路交通安全法》第三十三条' },
      });
      await takes('handler-cgj', second.id, 'interim-actions', { action: '先设围挡并派人值守' });
      await liaison.open('/disputes');
      await liaison.page.getByRole('link', { name: number }).click();
      await liaison.page.getByText('现在的单位先行处置', { exact: false }).waitFor();
      await act(liaison.page, '记现场会');
      await liaison.page.getByLabel(/到场的单位和人/).fill('城管局、住建局、聂寨社区');
      await liaison.page.getByLabel('看到什么、怎么认定').fill('以围墙为界');
      await submit(liaison.page, '记现场会');
      await liaison.page.getByText('到场：城管局、住建局、聂寨社区').waitFor();
      await expectClean(liaison);

      const deputy = await stage.desk('laptop', 'zx-deputyleader1');
      await deputy.open(`/disputes/${second.id}`);
      const tried = deputy.page.locator('section', { hasText: '试过的单位和依据' }).getByRole('listitem');
      await tried.filter({ hasText: law }).waitFor();
      await tried.filter({ hasText: '第三十三条' }).waitFor();
      expect(await tried.count()).toBe(2);
      await act(deputy.page, '裁定');
      await choose(deputy.page, '应由哪个单位办', '城管局');
      await deputy.page.getByLabel('理由').fill('依据现场确权结果。');
      await expectClean(deputy);
      await submit(deputy.page, '裁定');
      await deputy.page.getByText('已裁定，可申诉').waitFor();

      const party = await stage.desk('phone', 'zx-head-cgj');
      await party.open('/disputes');
      await party.page.getByRole('link', { name: number }).click();
      await act(party.page, '申诉');
      await party.page.getByLabel('理由').fill('道路归公安交管。');
      await submit(party.page, '申诉');
      await party.page.getByText('已申诉，等终裁').waitFor();
      await expectClean(party);

      const group = await stage.desk('laptop', 'zx-groupleader');
      await group.open('/approvals');
      await card(group.page, number).getByRole('button', { name: /^终裁/ }).click();
      await choose(group.page, '应由哪个单位办', '城管局');
      await group.page.getByLabel('理由').fill('维持裁定。');
      await submit(group.page, '终裁');
      await card(group.page, number).waitFor({ state: 'detached' });
      await group.open(`/disputes/${second.id}`);
      await group.page.getByText('这次裁定已写进派单目录。').waitFor();
      await expectClean(group);
      await group.page.getByRole('button', { name: 'English' }).click();
      await group.page.getByText('This ruling stands in the routing table.').waitFor();
      await expectClean(group);
      const { body } = await stage.tale.as('liaison1').get('/api/routing-table?categoryCode=C2');
      expect(body.items[0]).toMatchObject({ precedentOf: id, lead: { id: 'ZX-CGJ' } });
    },
    3 * MINUTE_MS,
  );

  it(
    'a head applies for the register, a member advises, a deputy leader approves, the department reports a milestone',
    async () => {
      const { id, number } = await stage.tale.blow({ place: '戊', categoryCode: 'C3' });
      const terms = { grade: 'G4', track: 'longTerm' };
      stage.tale.ok('accept', await stage.tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, terms));
      await stage.tale.checkIn(id);
      await stage.tale.dispatch(id, 'CGJ');
      const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

      const head = await stage.desk('laptop', 'zx-head-cgj');
      await head.open(`/whistles/${number}?do=ledger.apply`);
      const sheet = head.page.getByRole('dialog');
      await sheet.getByLabel('理由').fill('须等年度资金安排。');
      await choose(head.page, '卡在哪里', '资金');
      await sheet.getByLabel('障碍说明').fill('区级资金明年下达。');
      await sheet.getByLabel('节点名称').fill('完成勘察');
      await sheet.getByLabel('到期日').fill(day(40));
      await sheet.getByLabel('目标').fill('管网改造');
      await sheet.getByLabel('措施').fill('勘察、公示、施工');
      await submit(head.page, '申请列入台账');
      await sheet.waitFor({ state: 'detached', timeout: MINUTE_MS });
      await head.open('/ledger');
      const row = head.page.getByRole('row').filter({ hasText: number });
      await row.getByText('待审批').waitFor();
      await expectClean(head);

      const member = await stage.desk('phone', 'zx-member-01');
      const { body } = await stage.tale.as('liaison1').get(`/api/ledger?whistleId=${id}`);
      const entry = body.items[0].id as string;
      await member.open(`/ledger/${entry}`);
      await act(member.page, '提意见');
      await member.page.getByLabel('意见', { exact: true }).fill('资金确需跨年，支持。');
      await choose(member.page, '是否支持', '是');
      await submit(member.page, '提意见');
      await member.page.getByText('资金确需跨年，支持。', { exact: false }).waitFor();
      await expectClean(member);

      const deputy = await stage.desk('laptop', 'zx-deputyleader1');
      await deputy.open('/approvals?of=ledger');
      const asked = card(deputy.page, number);
      await asked.getByText('须等年度资金安排。').waitFor();
      await asked.getByRole('button', { name: /^同意/ }).click();
      await deputy.page.getByLabel('理由').fill('时间表可行。');
      await submit(deputy.page, '同意');
      await asked.waitFor({ state: 'detached' });

      await head.open(`/ledger/${entry}`);
      await act(head.page, '报节点完成');
      await head.page.getByLabel('完成情况').fill('勘察报告已出。');
      await head.page.getByLabel(/证据/).fill('勘察照片 3 张');
      await submit(head.page, '报节点完成');
      await head.page.getByText('✓ 完成').waitFor();
      await expectClean(head);
      await head.page.getByRole('button', { name: 'English' }).click();
      await head.page.getByRole('heading', { name: 'Timetable' }).waitFor();
      await expectClean(head);
    },
    3 * MINUTE_MS,
  );

  it(
    'what units report is verified, the resident is called with the phone on record, and a look-back is planned',
    async () => {
      const reporters = [{ phone: '13800001234', channel: 'phone' }];
      const { id, number } = await stage.tale.blow({ place: '己', reporters });
      await toVerifying(stage.tale, id);
      const worker = await stage.desk('phone', 'zx-worker-01');
      await worker.open(`/verifications?open=${number}`);
      await worker.page.getByRole('heading', { name: '各单位说办了什么' }).waitFor();
      await worker.page.getByText('已办好').first().waitFor();
      await expectClean(worker);
      await act(worker.page, '核查');
      await choose(worker.page, '核查结果', '通过');
      await submit(worker.page, '核查');
      await worker.page.getByRole('dialog').waitFor({ state: 'detached' });
      await stage.tale.verify(id, 'pass', 'member-01');
      await stage.tale.inState(id, 'REVISITING');

      const liaison = await stage.desk('laptop', 'zx-liaison2');
      await liaison.open(`/revisits?open=${number}`);
      await liaison.page.getByText('138****1234').waitFor();
      await liaison.page.getByText('已试 0/3 次').waitFor();
      await liaison.page.getByText(/^您正在通话/).waitFor();
      await expectClean(liaison);
      const colleague = stage.tale.as('liaison1');
      const early = await colleague.post(`/api/whistles/${id}/revisits`, { satisfaction: 'satisfied', solved: 'yes' });
      expect([early.status, early.body.code, early.body.heldBy]).toEqual([409, 'revisitCallTaken', expect.any(String)]);
      const beside = await stage.desk('laptop', 'zx-liaison1');
      await beside.open(`/revisits?open=${number}`);
      const isCalling = `${early.body.heldBy}正在拨打`;
      await beside.page.getByRole('button', { name: number }).filter({ hasText: isCalling }).waitFor();
      await beside.page.getByRole('status').filter({ hasText: isCalling }).waitFor();
      for (const name of ['记录回访', '没联系上，记一次', '开始通话', '结束通话'])
        expect(await beside.page.getByRole('main').getByRole('button', { name }).count()).toBe(0);
      await expectClean(beside);
      await act(liaison.page, '没联系上，记一次');
      await liaison.page.getByLabel('说明').fill('无人接听');
      await submit(liaison.page, '没联系上，记一次');
      await liaison.page.getByText('已试 1/3 次').waitFor();
      await liaison.page.getByRole('button', { name: /显示电话/ }).click();
      await liaison.page.getByText('13800001234', { exact: false }).waitFor();
      await act(liaison.page, '记录回访');
      await choose(liaison.page, '解决了没有', '解决了');
      await choose(liaison.page, '满意不满意', '满意');
      await submit(liaison.page, '记录回访');
      await stage.tale.inState(id, 'CONCLUDED');
      const { body } = await stage.tale.as('liaison1').get(`/api/whistles/${id}/timeline`);
      expect(body.items.filter(({ kind }: { kind: string }) => kind === 'contactRead')).toHaveLength(1);

      await liaison.open('/look-backs?of=coming');
      await card(liaison.page, number)
        .first()
        .getByText(/记录结果 · 现在不能/)
        .waitFor();
      await liaison.page.getByRole('button', { name: 'English' }).click();
      await liaison.page.getByRole('heading', { name: 'Look-backs' }).waitFor();
      await expectClean(liaison);
    },
    3 * MINUTE_MS,
  );

  it(
    'a report of public opinion goes up to the district, which answers it',
    async () => {
      const member = stage.tale.as('member-01');
      const drafted = await member.post('/api/opinion-reports', { title: '老旧小区充电难', text: '充电桩不足。' });
      const { id } = stage.tale.ok('draft', drafted) as { id: string };
      stage.tale.ok('submit', await member.post(`/api/opinion-reports/${id}/submission`, {}));
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/referred');
      await liaison.page.getByRole('button', { name: '上报区级 老旧小区充电难' }).click();
      await submit(liaison.page, '上报区级');
      await liaison.page.getByText('已上报区政协').waitFor();
      await expectClean(liaison);
      const district = await stage.desk('phone', 'zx-districtcommittee');
      await district.open('/referred');
      await district.page.getByRole('button', { name: '答复 老旧小区充电难' }).click();
      await choose(district.page, '是否采用', '采用');
      await district.page.getByLabel('批注').fill('报市政协。');
      await submit(district.page, '答复');
      await district.page.getByText('已采用').waitFor();
      await expectClean(district);
      await district.page.getByRole('button', { name: 'English' }).click();
      await district.page.getByRole('button', { name: 'Topics of the district' }).click();
      await district.page.getByText('Nothing was referred.').waitFor();
      await expectClean(district);
    },
    2 * MINUTE_MS,
  );

  it(
    'a late unit reads its cards and answers the supervise order, which a deputy leader closes',
    async () => {
      await stage.platform.hurry(DAY_IN_TWO_SECONDS);
      const fast = story(stage.platform, 'ys');
      const { id, number } = await fast.blow();
      await fast.inState(id, 'CHECKED_IN', MINUTE_MS);
      await fast.dispatch(id, 'CGJ');
      const issued = async () => (await fast.as('head-cgj').get(`/api/orders?whistleId=${id}`)).body.items[0];
      await eventually('a supervise order', issued, MINUTE_MS);
      const head = await stage.desk('phone', 'ys-head-cgj');
      await head.open('/orders');
      await head.page.getByText(/^红牌/).first().waitFor();
      await expectClean(head);
      await head.open('/orders?of=orders&open=true');
      const order = card(head.page, number).first();
      await order.getByRole('button', { name: /^回复督办/ }).click();
      await head.page.getByLabel('怎么答复').fill('已调配人手，今日办结。');
      await submit(head.page, '回复督办');
      await head.page.getByText('已调配人手，今日办结。').waitFor();
      await expectClean(head);

      const deputy = await stage.desk('laptop', 'ys-deputyleader1');
      await deputy.open('/orders?of=orders');
      const answered = card(deputy.page, '已调配人手，今日办结。');
      await answered.getByRole('button', { name: /^销号/ }).click();
      await submit(deputy.page, '销号');
      await answered.getByRole('heading', { name: '已销号' }).waitFor();

      const district = await stage.desk('phone', 'ys-districtcommittee');
      const isReferred = async (): Promise<boolean> => {
        const { items } = fast.ok('referrals', await fast.as('districtcommittee').get('/api/referrals'));
        return items.some(
          (one: { number: string; departmentId?: string }) => one.number === number && one.departmentId,
        );
      };
      await eventually('it went up to the district', isReferred, MINUTE_MS);
      await district.open('/referred?of=supervision');
      const referred = card(district.page, number).filter({ hasText: '城管局' });
      await referred.first().waitFor();
      await expectClean(district);
      await referred
        .first()
        .getByRole('button', { name: /^答复街道/ })
        .click();
      await district.page.getByLabel(/^答复：怎么办/).fill('区督查室已约谈，月底前办结。');
      await expectClean(district);
      await submit(district.page, '答复街道');
      await referred.getByText('区督查室已约谈，月底前办结。').waitFor();
      await expectClean(district);
      await deputy.open('/inbox');
      await deputy.page
        .getByRole('listitem')
        .filter({ hasText: `区里已答复哨件 ${number}` })
        .first()
        .waitFor();
      await deputy.open('/orders');
      await deputy.page.getByRole('button', { name: 'English' }).click();
      await deputy.page
        .getByRole('button', { name: /^Withdraw the card/ })
        .first()
        .waitFor();
      await expectClean(deputy);
    },
    3 * MINUTE_MS,
  );
});
