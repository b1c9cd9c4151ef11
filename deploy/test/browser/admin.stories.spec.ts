import { describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/client.js';
import { choose, type Desk } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const THIS_YEAR = new Date().getFullYear();
/** So long lies in the next year, whenever it starts. */
const ALMOST_A_YEAR = { kind: 'workingDays', amount: 250 };

const inEnglish = async (desk: Desk, heading: string): Promise<void> => {
  await desk.page.getByRole('button', { name: 'English' }).click();
  await desk.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await expectClean(desk);
  await desk.page.getByRole('button', { name: '中文' }).click();
};

describe('the administration in the portal', () => {
  const stage = useStage();

  it(
    '[S102] a limit is changed on a screen, tried on the last 90 days, and approved by a deputy leader; open matters keep their version',
    async () => {
      const { tale } = stage;
      const { id } = await tale.blow();
      await tale.accept(id);
      const { ruleSetVersion } = await tale.whistle(id);
      const admin = await stage.desk('laptop', 'zx-admin');
      await admin.open('/admin');
      await expectClean(admin);
      await admin.page.getByRole('main').getByRole('link', { name: '规则', exact: true }).click();
      await admin.page.getByText('没有待生效的规则。').waitFor();
      await expectClean(admin);
      await admin.page.getByRole('link', { name: '改规则' }).click();
      await admin.page.getByRole('spinbutton', { name: 'G3 一般：报到', exact: true }).fill('4');
      await choose(admin.page, 'G3 一般：报到，单位', '小时');
      await admin.page.getByText('改了 1 条').waitFor();
      await expectClean(admin);
      // What was typed is still there when the page was left and opened again.
      await admin.page.reload();
      await admin.page.getByRole('button', { name: '看看近 90 天会怎样' }).click();
      const row = admin.page
        .getByRole('region', { name: '改动' })
        .getByRole('row')
        .filter({ hasText: 'G3 一般：报到' });
      await row.waitFor();
      expect(await row.textContent()).toMatch(/2 个工作日4 小时\d+00$/);
      await expectClean(admin);
      await admin.page.getByLabel('为什么改').fill('委员反映两天太长');
      await admin.page.getByRole('button', { name: '送审' }).click();
      await admin.page.getByText('理由：委员反映两天太长').waitFor();
      const proposal = new URL(admin.page.url()).pathname;

      const deputy = await stage.desk('phone', 'zx-deputyleader1');
      await deputy.open(proposal);
      await deputy.page.getByRole('region', { name: '改动' }).waitFor();
      await expectClean(deputy);
      await act(deputy.page, '批准');
      const tomorrow = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
      await deputy.page.getByLabel('哪天起生效').fill(tomorrow);
      await expectClean(deputy);
      await submit(deputy.page, '批准');
      await deputy.page.getByText(`成为第 ${ruleSetVersion + 1} 版`, { exact: false }).waitFor();
      await deputy.open('/admin/rules');
      await deputy.page.getByRole('row').filter({ hasText: '待生效' }).getByRole('link').click();
      await deputy.page.getByRole('region', { name: '规则内容' }).getByText('4 小时').waitFor();
      await expectClean(deputy);
      await inEnglish(deputy, 'Rules');
      expect((await tale.whistle(id)).ruleSetVersion).toBe(ruleSetVersion);
    },
    3 * MINUTE_MS,
  );

  it(
    'the year that was missing is loaded, and deadlines in it are no longer provisional',
    async () => {
      const { tale } = stage;
      const calendar = async () => tale.ok('calendar', await tale.as('admin').get('/api/calendar'));
      for (let year = (await calendar()).lastYear + 1; year <= THIS_YEAR; year += 1) {
        const body = { year, holidays: [`${year}-01-01`], makeUpWorkdays: [] };
        tale.ok('load', await tale.as('admin').post('/api/calendar', body));
      }
      const rules = tale.ok('rules', await tale.as('admin').get('/api/rule-set/versions?limit=1')).items[0];
      const { content } = tale.ok('rules', await tale.as('admin').get(`/api/rule-set/versions/${rules.version}`));
      for (const grade of ['G3', 'G4']) {
        Object.assign(content.grades[grade], { feedback: ALMOST_A_YEAR, accept: ALMOST_A_YEAR });
      }
      const proposal = tale.ok('propose', await tale.as('admin').post('/api/rule-set/proposals', { content }));
      const at = { effectiveFrom: new Date(Date.now() + 2_000).toISOString() };
      tale.ok('approve', await tale.as('deputyleader1').post(`/api/rule-set/proposals/${proposal.id}/approval`, at));
      const version = async () => tale.ok('rules', await tale.as('admin').get('/api/rule-set')).version;
      await eventually('the new rules hold', async () => (await version()) > rules.version);
      const { id } = await tale.blow();
      const clock = async () => (await tale.whistle(id)).deadlines[0];
      expect(await clock()).toMatchObject({ step: 'accept', provisional: true });
      expect((await calendar()).provisionalDeadlines).toBeGreaterThan(0);
      const guessed = Date.parse((await clock()).dueAt);

      const admin = await stage.desk('laptop', 'zx-admin');
      await admin.open(`/admin/calendar?year=${THIS_YEAR + 1}`);
      await admin.page.getByRole('heading', { name: /尚未公布/ }).waitFor();
      await expectClean(admin);
      const due = new Date(guessed + 8 * 3_600_000).toISOString().slice(0, 10);
      const holidays = admin.page.getByLabel(/放假的日子/);
      await holidays.fill('元旦');
      await admin.page.getByText('看不懂这些日期：元旦').waitFor();
      await holidays.fill(`${THIS_YEAR + 1}-01-01 至 ${THIS_YEAR + 1}-01-03\n${due}`);
      await admin.page.getByRole('button', { name: '载入年度安排' }).click();
      await admin.page.getByRole('heading', { name: '放假 4 天' }).waitFor();
      await admin.page.getByText('期限都按最新日历').waitFor({ timeout: MINUTE_MS });
      await admin.page.getByText('0 个', { exact: true }).waitFor({ timeout: MINUTE_MS });
      await expectClean(admin);
      expect(await clock()).toMatchObject({ provisional: false });
      expect(Date.parse((await clock()).dueAt)).toBeGreaterThan(guessed);

      const phone = await stage.desk('phone', 'zx-deputyleader2');
      await phone.open('/admin/calendar');
      await phone.page.getByRole('heading', { name: /年安排已载入/ }).waitFor();
      await expectClean(phone);
      await inEnglish(phone, 'Calendar');
    },
    3 * MINUTE_MS,
  );

  it(
    'a key and a password are shown once; a revoked key is worth nothing; the auditor sees who did it, and the chain is whole',
    async () => {
      const { tale } = stage;
      const admin = await stage.desk('laptop', 'zx-admin');
      const { page } = admin;
      await admin.open('/admin/keys');
      await page.getByText('还没有密钥。').waitFor();
      await page.getByLabel('给谁用').fill('指标大屏');
      await choose(page, '可以做什么', '读报表');
      const lastDay = new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10);
      await page.getByLabel('用到哪天').fill(lastDay);
      await expectClean(admin);
      await page.getByRole('button', { name: '新建密钥' }).click();
      const key = (await page.locator('code.shown-once').textContent()) ?? '';
      await page.getByRole('button', { name: '已抄下' }).click();
      const statusOf = async (): Promise<number> => {
        const answer = await page.request.get('/api/me', { headers: { 'x-api-key': key } });
        return answer.status();
      };
      expect(await statusOf()).toBe(200);
      await page.getByRole('button', { name: '作废 指标大屏', exact: true }).click();
      await page.getByRole('button', { name: '作废 指标大屏，不能恢复' }).click();
      await page.getByRole('cell', { name: '已作废' }).waitFor();
      await expectClean(admin);
      expect(await statusOf()).toBe(401);

      const partner = { name: '网格平台', url: 'https://grid.example.cn/hsl', eventTypes: ['whistle.accepted.v1'] };
      const made = tale.ok('webhook', await tale.as('admin').post('/api/webhooks', partner));
      await admin.open('/admin/webhooks');
      await page.getByRole('link', { name: /网格平台/ }).click();
      await page.getByRole('button', { name: '换签名密钥' }).click();
      await page.getByText(/旧密钥马上作废/).waitFor();
      await expectClean(admin);
      await page.getByRole('button', { name: '确定换密钥' }).click();
      const renewed = await page.locator('code.shown-once').textContent();
      expect(renewed).toMatch(/^whsec_/);
      expect(renewed).not.toBe(made.secret);
      await page.getByRole('button', { name: '已抄下' }).click();
      expect(await page.content()).not.toContain(renewed);
      await page.getByRole('button', { name: '删除接收地址' }).click();
      await page.getByRole('button', { name: '确定删除' }).click();
      await page.getByText('还没有接收地址。').waitFor();
      await expectClean(admin);

      await admin.open('/admin/people');
      await page.getByLabel('姓名', { exact: true }).fill('郑明');
      await page.getByLabel('用户名', { exact: true }).fill('zx-zheng');
      await choose(page, '担任什么', '副组长');
      await page.getByLabel(/理由/).fill('新任');
      await page.getByRole('button', { name: '新增人员' }).click();
      await page.getByText('已送审，等组长或副组长批准。').waitFor();
      await expectClean(admin);

      const leader = await stage.desk('phone', 'zx-groupleader');
      await leader.open('/admin/people');
      await leader.page.getByText('新增 郑明（zx-zheng）：副组长').waitFor();
      await expectClean(leader);
      await leader.page.getByRole('button', { name: '批准 郑明', exact: true }).click();
      const password = (await leader.page.locator('code.shown-once').textContent()) ?? '';
      const body = { userName: 'zx-zheng', password };
      expect((await leader.page.request.post('/api/sessions', { data: body })).status()).toBe(201);
      await inEnglish(leader, 'People and rights');

      const { id } = (await tale.as('liaison1').get('/api/submissions?limit=1')).body.items[0] ?? (await sent());
      const { phone } = tale.ok(
        'read',
        await tale.as('liaison1').post(`/api/submissions/${id}/contact-readings`, { purpose: 'callBack' }),
      );
      const figures = async () =>
        tale.ok('figures', await tale.as('groupleader').get('/api/whistles/figures?from=2026-01-01&to=2027-12-31'));
      const before = await figures();
      const deputy = await stage.desk('laptop', 'zx-deputyleader1');
      await deputy.open(`/submissions/${id}`);
      await act(deputy.page, '删除反映人联系方式');
      await deputy.page.getByLabel('理由').fill('反映人书面要求');
      await submit(deputy.page, '删除反映人联系方式');
      await deputy.page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect((await figures()).total).toEqual(before.total);

      const auditor = await stage.desk('phone', 'zx-auditor');
      await auditor.open('/admin/audit');
      await auditor.page.getByRole('button', { name: '逐条核对' }).click();
      await auditor.page.getByText(/前后相符，没有改动/).waitFor();
      await auditor.page.getByRole('cell', { name: '作废密钥' }).waitFor();
      const looks = auditor.page.getByRole('region', { name: '看过居民电话的记录' });
      await looks.getByRole('row').filter({ hasText: '删除了联系方式' }).filter({ hasText: '书面要求' }).waitFor();
      const { items } = tale.ok('who', await tale.as('liaison1').get('/api/colleagues?ids=zx-liaison1'));
      await looks.getByRole('row').filter({ hasText: items[0].name }).filter({ hasText: '回电话' }).waitFor();
      // By its community and day, for it has no number; what it is called inside the house says nothing to people.
      await looks
        .getByRole('row')
        .filter({ hasText: '回电话' })
        .filter({ hasText: /\d+月\d+日.*\d+月\d+日/ })
        .first()
        .waitFor();
      expect(await looks.textContent()).not.toContain(id);
      expect(await auditor.page.content()).not.toContain(phone);
      await expectClean(auditor);
      await auditor.open('/admin/audit?action=apiKey.issued');
      await auditor.page.getByRole('cell', { name: '新建密钥' }).waitFor();
      expect(await auditor.page.getByRole('cell', { name: '作废密钥' }).count()).toBe(0);
      await inEnglish(auditor, 'Audit');

      /** What a resident left, with a phone. */
      async function sent(): Promise<{ id: string }> {
        const form = { subdistrictId: 'zx', communityId: 'ZX01', place: '东门', text: '楼道灯不亮' };
        const contact = { name: '李某', phone: '13800006789' };
        await page.request.post('/api/submissions', { data: { ...form, contact, consent: true } });
        return tale.ok('submissions', await tale.as('liaison1').get('/api/submissions?limit=1')).items[0];
      }
    },
    4 * MINUTE_MS,
  );

  it(
    '[S11] members, venues and categories are administered on screens, the rule set and the yearly plan by the leaders',
    async () => {
      const { tale } = stage;
      const admin = await stage.desk('laptop', 'zx-admin');
      const { page } = admin;
      await admin.open('/admin/people');
      const table = (skill: string) => ({
        name: 'members.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`编号,姓名,界别,专长,级别,届次,负责社区\nM31,王敏,教育,${skill},区级,2026-2031,03`),
      });
      await page.locator('#people-table').setInputFiles(table('飞行'));
      await page.getByText(/1 处要改/).waitFor();
      await expectClean(admin);
      await page.locator('#people-table').setInputFiles(table('教育'));
      await page.getByText(/将新增 1/).waitFor();
      await page.getByRole('button', { name: '导入' }).click();
      await page.getByText(/已导入 1 行/).waitFor();
      const member = await tale.as('liaison1').get('/api/members/ZX-M31');
      expect(member.body).toMatchObject({ name: '王敏' });

      await admin.open('/admin/places');
      await choose(page, '挂在哪类地方', '公告栏');
      await page.getByLabel('具体位置').fill('东门公告栏');
      await choose(page, '哪个社区', '聂寨');
      await page.getByRole('button', { name: '新增二维码' }).click();
      const opened = admin.context.waitForEvent('page');
      await page.getByRole('button', { name: '打印二维码：东门公告栏' }).click();
      await (await opened).getByText('东门公告栏').first().waitFor();
      await page.getByRole('button', { name: '作废 东门公告栏 的二维码' }).click();
      await page.getByRole('row').filter({ hasText: '东门公告栏' }).getByRole('cell', { name: '停用' }).waitFor();
      await expectClean(admin);
      await page.getByLabel('场地名称').fill('东街议事亭');
      await choose(page, '哪类场地', '议事亭');
      await page.getByLabel('地址').fill('东街 1 号');
      await choose(page, '开放的日子', '周六');
      await page.getByLabel('开门').fill('08:30');
      await page.getByLabel('关门').fill('18:00');
      await page.getByRole('button', { name: '新增场地' }).click();
      await page.getByRole('link', { name: '东街议事亭' }).click();
      await page.getByText('周六 08:30 至 18:00').waitFor();
      await page.getByLabel('房间名称').fill('书画室');
      await choose(page, '哪类房间', '功能室');
      await page.getByLabel('能坐几人').fill('12');
      await page.getByRole('button', { name: '新增房间' }).click();
      await page.getByRole('button', { name: '停用书画室' }).click();
      await page.getByRole('button', { name: '恢复使用书画室' }).waitFor();
      await expectClean(admin);

      await admin.open('/admin/categories');
      await page.getByRole('row').filter({ hasText: '城管局' }).first().waitFor();
      await page.getByRole('button', { name: /^停用 日间照料与助餐/ }).click();
      await page.getByRole('button', { name: /^恢复使用 日间照料与助餐/ }).waitFor();
      await expectClean(admin);
      await eventually('the category is ended for new whistles', async () => {
        const body = { kind: 'hardProblem', categoryCode: 'A1', communityId: 'ZX01', place: '东门', facts: '试' };
        return (await tale.as('worker-01').post('/api/whistles', body)).body.code === 'unknownCategory';
      });
      await inEnglish(admin, 'Categories and routing');

      const { version } = tale.ok('rules', await tale.as('admin').get('/api/rule-set/versions?limit=1')).items[0];
      const { content } = tale.ok('rules', await tale.as('admin').get(`/api/rule-set/versions/${version}`));
      content.thresholds.membersAsked = 3;
      const proposal = tale.ok('propose', await tale.as('admin').post('/api/rule-set/proposals', { content }));
      const at = { effectiveFrom: new Date(Date.now() + DAY_MS).toISOString() };
      const approved = await tale.as('groupleader').post(`/api/rule-set/proposals/${proposal.id}/approval`, at);
      expect(tale.ok('approve', approved).version).toBe(version + 1);
      const nomination = { title: '老旧小区改造', problem: '管网老化', scale: 'developmentMajor', categoryCode: 'B1' };
      const planned = { ...nomination, communityIds: ['ZX01'], planYear: THIS_YEAR + 1, reason: '年度重点' };
      const topic = tale.ok('plan', await tale.as('deputyleader1').post('/api/topics/nominations', planned));
      const plan = tale.ok('plan', await tale.as('worker-01').get(`/api/topics/plan?year=${THIS_YEAR + 1}`));
      expect(plan.developmentMajor.map((one: { id: string }) => one.id)).toContain(topic.id);

      const phone = await stage.desk('phone', 'zx-admin');
      await phone.open('/admin/health');
      await phone.page.getByText('一切正常。').waitFor();
      const lags = phone.page.getByRole('region', { name: '服务之间的消息' });
      await lags.getByRole('row').filter({ hasText: '统计' }).waitFor();
      await phone.page
        .getByText(/^通知都送出了。$|三天都没能发出|再发一次/)
        .first()
        .waitFor();
      await expectClean(phone);
      await inEnglish(phone, 'Health');
      await phone.open('/admin/places');
      await phone.page.getByRole('link', { name: '东街议事亭' }).waitFor();
      await expectClean(phone);
    },
    4 * MINUTE_MS,
  );

  it(
    'a text is written by the administrator, and a liaison officer begins an answer with it and fills in what it leaves open',
    async () => {
      const { tale } = stage;
      const admin = await stage.desk('laptop', 'zx-admin');
      const { page } = admin;
      await admin.open('/admin/texts');
      await choose(page, '用在哪里', '答复居民');
      await page.getByLabel('名称', { exact: true }).fill('井盖');
      await page.getByLabel('内容', { exact: true }).fill('{日期}，{单位}已到现场，井盖当天补好。');
      await expectClean(admin);
      await page.getByRole('button', { name: '新增模板' }).click();
      const line = page.getByRole('row').filter({ hasText: '井盖' });
      await line.getByRole('cell', { name: '{日期}，{单位}已到现场，井盖当天补好。' }).waitFor();
      await page.getByRole('button', { name: '修改模板 井盖' }).click();
      const changed = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: '修改模板 井盖' }) })
        .last();
      await changed.getByLabel('内容').fill('{日期}，{单位}已到现场，井盖补好了。');
      await changed.getByRole('button', { name: '保存' }).click();
      await line.getByRole('cell', { name: '{日期}，{单位}已到现场，井盖补好了。' }).waitFor();
      await expectClean(admin);
      await inEnglish(admin, 'Templates');

      const told = { subdistrictId: 'zx', communityId: 'ZX01', place: '西门', text: '西门井盖没了，晚上危险。' };
      const sent = await page.request.post('/api/submissions', { data: told });
      const { trackingCode } = (await sent.json()) as { trackingCode: string };
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/submissions');
      await liaison.page.getByRole('link', { name: /西门井盖/ }).click();
      await act(liaison.page, '书面答复');
      // What was picked stands in the answer, not in the picker.
      await liaison.page.getByRole('combobox', { name: '从模板开始写' }).fill('井盖');
      await liaison.page.locator('.ant-select-dropdown:visible').getByText('井盖', { exact: true }).click();
      const answer = liaison.page.getByLabel(/给居民看的答复/);
      const today = new Date().toLocaleDateString('zh-CN', {
        ...{ timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' },
      });
      expect(await answer.inputValue()).toBe(`${today}，{单位}已到现场，井盖补好了。`);
      await submit(liaison.page, '书面答复');
      await liaison.page.getByText('还有没填的空：{单位}').waitFor();
      await expectClean(liaison);
      await answer.fill((await answer.inputValue()).replace('{单位}', '城管局'));
      await submit(liaison.page, '书面答复');
      await liaison.page.getByText('已答复').first().waitFor();
      const status = await page.request.get(`/api/submissions/track/${trackingCode}`);
      expect(await status.json()).toMatchObject({ answer: `${today}，城管局已到现场，井盖补好了。` });

      await page.getByRole('button', { name: '停用模板 井盖' }).click();
      await page.getByRole('button', { name: '恢复使用模板 井盖' }).waitFor();
      const left = tale.ok('texts', await tale.as('liaison1').get('/api/text-templates?use=answer')).items;
      expect(left.find((one: { title: string }) => one.title === '井盖')).toMatchObject({ active: false });
      await expectClean(admin);
    },
    3 * MINUTE_MS,
  );

  it(
    '[4.5 member or handler leaves office] a member leaves, and another is asked at once for what waited',
    async () => {
      const { tale } = stage;
      const { id } = await tale.blow();
      await tale.accept(id);
      const asked = async () => tale.ok('asked', await tale.as('liaison1').get(`/api/check-ins?whistleId=${id}`)).items;
      const { member } = await eventually('two are asked', async () =>
        (await asked()).find((one: { member: { id: string } }) => one.member.id !== 'ZX-M01'),
      );
      const userName = `zx-member-${member.id.slice(-2)}`;
      const { items } = tale.ok('users', await tale.as('admin').get(`/api/users?search=${userName}`));
      const admin = await stage.desk('laptop', 'zx-admin');
      await admin.open(`/admin/people/${items[0].id}`);
      await admin.page.getByRole('heading', { name: `委员 ${member.id}` }).waitFor();
      await admin.page.getByRole('button', { name: '委员离任' }).click();
      await expectClean(admin);
      await submit(admin.page, '委员离任');
      await eventually('the next is asked', async () => {
        const now = (await asked()).filter(({ state }: { state: string }) => state === 'REQUESTED');
        return now.length === 2 && now.every((one: { member: { id: string } }) => one.member.id !== member.id);
      });
    },
    2 * MINUTE_MS,
  );
});
