import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { eventually } from '../platform/client.js';
import { choose } from './desk.js';
import { Listener } from './listener.js';
import { expectClean, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const PHONE = '13800001234';

const outside = new Listener();

afterAll(() => outside.close());

describe('being told outside the portal', () => {
  const stage = useStage(async () => {
    await outside.listen();
    return {
      ...{ SMS_SENDER: 'http', SMS_URL: outside.url('/texts'), WEBHOOK_ALLOW_PRIVATE: 'true' },
      ...{ NOTICE_GATHER_SECONDS: '1', NOTICE_SPACING_SECONDS: '1' },
    };
  });

  it(
    'a liaison officer enters a phone, confirms it by the code that comes, and is told of the next whistle by text',
    async () => {
      const texts = (): string[] => outside.at('/texts').map(({ body }) => body['text'] ?? '');
      const liaison = await stage.desk('phone', 'zx-liaison1');
      const { page } = liaison;
      await page.getByRole('link', { name: '我的设置' }).click();
      await page.getByLabel('手机号').fill('123');
      await page.getByRole('group', { name: '短信' }).getByRole('button', { name: '发确认码' }).click();
      await page.getByRole('alert').waitFor();
      expect(await liaison.violations()).toEqual([]);
      // The refusal is a 422, which the console tells of.
      liaison.complaints.length = 0;
      await page.getByLabel('手机号').fill(PHONE);
      await page.getByRole('group', { name: '短信' }).getByRole('button', { name: '发确认码' }).click();
      await page.getByLabel('6 位确认码').fill('');
      await eventually('the code comes', async () => texts().length === 1);
      await page.getByLabel('6 位确认码').fill(/\d{6}/.exec(texts()[0]!)![0]);
      await page.getByRole('button', { name: '确认', exact: true }).click();
      await page.getByText('已确认').waitFor();
      await page.getByLabel('等我办的事 短信').selectOption('都发');
      for (const end of ['从', '到']) await page.getByLabel(end, { exact: true }).fill('00:00');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存。').waitFor();
      await expectClean(liaison);
      const { number } = await stage.tale.blow({ place: '戊' });
      await eventually('the text comes', async () => texts().some((text) => text.includes(number)), MINUTE_MS);
      const text = texts().find((one) => one.includes(number))!;
      expect(text).toMatch(/^【有事好商量】.*等您受理。 http.*\/inbox$/);
      expect(text.length).toBeLessThanOrEqual(70);
      await page.getByLabel('语言').selectOption('English');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('heading', { name: 'My settings' }).waitFor();
      await expectClean(liaison);
    },
    3 * MINUTE_MS,
  );

  it(
    'an administrator adds a receiver, sees the delivery arrive, and sends it again',
    async () => {
      const admin = await stage.desk('laptop', 'zx-admin');
      const { page } = admin;
      await admin.open('/admin/webhooks');
      await page.getByText('还没有接收地址。').waitFor();
      await page.getByRole('button', { name: '新建接收地址' }).click();
      await page.getByLabel('名称').fill('网格平台');
      await page.getByLabel('接收地址').fill(outside.url('/hook'));
      await choose(page, '推送什么', 'whistle.blown.v1');
      expect(await admin.violations()).toEqual([]);
      await page.getByRole('button', { name: '新建', exact: true }).click();
      await page.getByText(/^whsec_/).waitFor();
      await page.getByRole('link', { name: '网格平台' }).waitFor();
      await expectClean(admin);
      const { id } = await stage.tale.blow({ place: '己' });
      await page.getByRole('link', { name: '网格平台' }).click();
      await page.getByRole('cell', { name: '已送达' }).waitFor({ timeout: MINUTE_MS });
      await expectClean(admin);
      await page.getByRole('button', { name: '再推一次' }).click();
      await page.getByRole('cell', { name: '重推，已送达' }).waitFor({ timeout: MINUTE_MS });
      const calls = outside.at('/hook');
      expect(calls).toHaveLength(2);
      expect(calls.map(({ body }) => body['subject'])).toEqual([id, id]);
      expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
      expect(calls[0]!.headers['webhook-signature']).toMatch(/^v1,/);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
      await expectClean(admin);
    },
    3 * MINUTE_MS,
  );

  it(
    'a member takes along what is held, asks for the addresses to be erased, and they are once a deputy leader grants it',
    async () => {
      const phone = '13800004321';
      const member = await stage.desk('phone', 'zx-member-02');
      const { page } = member;
      await member.open('/me');
      const sms = page.getByRole('group', { name: '短信' });
      await page.getByLabel('手机号').fill(phone);
      await sms.getByRole('button', { name: '发确认码' }).click();
      const texts = () => outside.at('/texts').filter(({ body }) => body['phone'] === phone);
      await eventually('the code comes', async () => texts().length === 1);
      await page.getByLabel('6 位确认码').fill(/\d{6}/.exec(texts()[0]!.body['text']!)![0]);
      await sms.getByRole('button', { name: '确认', exact: true }).click();
      await sms.getByText('已确认').waitFor();
      const data = page.getByRole('region', { name: '我的个人信息' });
      const saving = page.waitForEvent('download');
      await data.getByRole('button', { name: '存成文件' }).click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe('我的个人信息.json');
      const held = readFileSync(await file.path(), 'utf8');
      expect(held).toContain(phone);
      expect(Object.keys(JSON.parse(held) as object).length).toBeGreaterThan(2);
      await data.getByRole('button', { name: '申请删除通知地址' }).click();
      await data.getByText(/再按一次确定/).waitFor();
      await expectClean(member);
      await data.getByRole('button', { name: '确定申请' }).click();
      await data.getByText('收到申请，等副组长批准。').waitFor();
      await expectClean(member);

      const deputy = await stage.desk('phone', 'zx-deputyleader2');
      await deputy.open('/approvals');
      const { items } = stage.tale.ok('who', await stage.tale.as('liaison1').get('/api/colleagues?ids=zx-member-02'));
      const who = `委员 ${items[0].name as string}`;
      const asked = deputy.page.getByRole('listitem').filter({ hasText: who });
      await asked.getByLabel('理由（必填）').fill('本人要求');
      await expectClean(deputy);
      await asked.getByRole('button', { name: `同意删除：${who}`, exact: true }).click();
      await asked.waitFor({ state: 'detached' });
      // What was decided stays to be read where the looks at persons are.
      await deputy.open('/admin/audit');
      await asked.getByText(/：本人要求$/).waitFor();
      await expectClean(deputy);
      await eventually('the address is forgotten', async () => {
        await page.reload();
        await sms.getByLabel('手机号').waitFor();
        return (await page.getByText(phone).count()) === 0;
      });
      await expectClean(member);
    },
    3 * MINUTE_MS,
  );
});
