import { afterAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/client.js';
import { toVerifying } from '../platform/story.js';
import { choose, type Desk } from './desk.js';
import { Listener } from './listener.js';
import { GREEN_POINT, PROGRAM, RED_POINT } from './pictures.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const NO = { satisfaction: 'dissatisfied', solved: 'no' };
/** Words of the house that no resident should have to learn; a drawn tracking code may hold a letter and a digit too. */
const HOUSE_TERMS = /哨|派单|签收|挂账|台账|\bG[1-4]\b/;

/** Who carries texts to phones. */
const provider = new Listener();
afterAll(() => provider.close());

describe('a resident on a phone', () => {
  const stage = useStage(async () => {
    await provider.listen();
    return { SMS_SENDER: 'http', SMS_URL: provider.url('/texts') };
  });
  /** The last code that came to a phone. */
  const codeTo = (phone: string): string => {
    const texts = provider.at('/texts').filter(({ body }) => body['phone'] === phone);
    return /验证码(\d{6})/.exec(texts.at(-1)?.body['text'] ?? '')?.[1] ?? '';
  };
  const newCode = async (): Promise<string> => {
    const point = { kind: 'noticeBoard', place: '东门公告栏', communityId: 'ZX01' };
    return stage.tale.ok('point', await stage.tale.as('admin').post('/api/qr-points', point)).code;
  };

  it(
    '[S98] scans a code, tells with photos in one sentence though the line breaks, and follows it by the code',
    async () => {
      const { page, context, open, violations, complaints } = await stage.desk('phone');
      await open(`/q/${encodeURIComponent(await newCode())}`);
      const text = page.getByLabel('发生了什么事（必填）');
      await text.fill('三号楼门口停满电动车，担架都进不去。');
      await page.getByLabel('＋拍照或选照片').setInputFiles([
        { name: '一.png', mimeType: 'image/png', buffer: GREEN_POINT },
        { name: '现场.jpg', mimeType: 'image/jpeg', buffer: PROGRAM },
        { name: '二.png', mimeType: 'image/png', buffer: RED_POINT },
      ]);
      await page.getByText('“现场.jpg”不是照片，没有上传。请选照片。').waitFor();
      expect(await page.getByRole('img').count()).toBe(2);
      await page.getByRole('button', { name: '换地点' }).click();
      await page.getByLabel('都不是，我自己写').check();
      await page.getByLabel('在哪里（可不填）').fill('三号楼一单元门口');
      // Refused it says what to do instead; pressed again and allowed, the position goes along.
      await page.getByRole('button', { name: '用我的位置' }).click();
      await page.getByText('没有得到许可。').waitFor();
      expect(await violations()).toEqual([]);
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ latitude: 34.74658, longitude: 113.62537, accuracy: 20 });
      await page.getByRole('button', { name: '用我的位置' }).click();
      await page.getByText('已带上位置，误差约 20 米').waitFor();
      expect(await violations()).toEqual([]);
      expect(complaints).toEqual([]);
      // Words and photos are on the phone, whatever becomes of the page.
      await page.reload();
      await page.getByRole('img').nth(1).waitFor();
      expect(await text.inputValue()).toBe('三号楼门口停满电动车，担架都进不去。');
      await context.setOffline(true);
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByText('网络断了。').waitFor();
      expect(await text.inputValue()).toBe('三号楼门口停满电动车，担架都进不去。');
      await context.setOffline(false);
      await page.route('**/photos', (route) => route.abort(), { times: 2 });
      await page.getByRole('button', { name: '提交' }).dblclick();
      const again = page.getByRole('button', { name: '这一张没传完，请重传' });
      await again.nth(1).waitFor();
      await again.first().click();
      await page.getByText('传好了').waitFor();
      // The other goes up by itself when the line is back.
      await context.setOffline(true);
      await context.setOffline(false);
      await page.getByText('传好了').nth(1).waitFor();
      expect(await violations()).toEqual([]);
      const { items } = stage.tale.ok(
        'submissions',
        await stage.tale.as('worker-01').get('/api/submissions?limit=100'),
      );
      const sent = items.filter((one: { text: string }) => one.text.startsWith('三号楼门口'));
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({ place: '三号楼一单元门口', hasPosition: true });
      const photos = stage.tale.ok(
        'photos',
        await stage.tale.as('worker-01').get(`/api/submissions/${sent[0].id}/photos`),
      );
      expect(photos.items).toHaveLength(2);
      await page.getByRole('link', { name: '看办理进度' }).click();
      await page.getByText('收到了，工作人员正在看。').waitFor();
      // The code alone shows no words of the sender.
      expect(await page.getByText('担架').count()).toBe(0);
      expect(await violations()).toEqual([]);
      expect((await page.locator('body').textContent()) ?? '').not.toMatch(HOUSE_TERMS);
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/work');
      await liaison.page.getByRole('link', { name: /居民来件 \d+ 件等您处理/ }).click();
      await liaison.page.getByRole('link', { name: /三号楼门口/ }).click();
      await liaison.page.getByText('联络员 处理来件').waitFor();
      await liaison.page.getByRole('region', { name: '您现在可以' }).getByRole('button', { name: '书面答复' }).click();
      await liaison.page.getByLabel(/给居民看的答复/).fill('已请物业加装充电桩。');
      expect(await liaison.violations()).toEqual([]);
      await liaison.page.getByRole('dialog').getByRole('button', { name: '书面答复' }).click();
      await liaison.page.getByText('已答复').first().waitFor();
      expect(liaison.complaints).toEqual([]);
      await eventually('the answer can be read', async () => {
        await page.reload();
        return (await page.getByText('已请物业加装充电桩。').count()) > 0;
      });
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'How it stands' }).waitFor();
      expect(await violations()).toEqual([]);
    },
    3 * MINUTE_MS,
  );

  it('is told that a code is retired, that a phone number is wrong, and that nothing was written', async () => {
    const { page, open, violations } = await stage.desk('phone');
    await open('/q/no-code-of-ours');
    await page.getByText('这个二维码已停用，请直接选社区。').waitFor();
    await page.getByRole('link', { name: '选社区反映' }).click();
    await page.getByLabel('您住在哪个社区').waitFor();
    await open(`/q/${encodeURIComponent(await newCode())}`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请写一句发生了什么事。').waitFor();
    await page.getByLabel('发生了什么事（必填）').fill('路灯不亮');
    await page.getByLabel(/手机号/).fill('138');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('手机号是 11 位数字，请核对。').waitFor();
    expect(await violations()).toEqual([]);
  });

  it('asks for a code of the receipt and says when there is none', async () => {
    const { page, open, violations } = await stage.desk('phone');
    await open('/t');
    expect(await violations()).toEqual([]);
    await page.getByLabel('查询码').fill('AAAA-BBBB-CCCC');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByText('没有查到。请核对查询码，或用手机号查。').waitFor();
  });

  /** What a resident wrote without a code on a wall. @returns the tracking code */
  const tell = async ({ page, open }: Desk, text: string, phone = ''): Promise<string> => {
    await open('/p/report');
    await page.getByLabel('您住在哪个社区').selectOption('ZX01');
    await page.getByLabel('发生了什么事（必填）').fill(text);
    await page.getByLabel(/手机号/).fill(phone);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '收到了' }).waitFor();
    return (await page.locator('.code').textContent()) ?? '';
  };
  const wholeText = async ({ page }: Desk): Promise<string> => (await page.locator('body').textContent()) ?? '';

  it(
    'lost the code: types the phone and what came by text, and finds every matter with its code',
    async () => {
      const phone = '13612340001';
      const told = await stage.desk('phone');
      const codes = [await tell(told, '八号楼水管漏了。', phone), await tell(told, '八号楼电梯停了。', phone)];
      const resident = await stage.desk('phone');
      const { page, open } = resident;
      await open('/t');
      await page.getByRole('button', { name: '没有查询码，用手机号查' }).click();
      await page.getByLabel('手机号').fill(phone);
      await page.getByRole('button', { name: '发验证码' }).click();
      await page.getByText('请先选社区。').waitFor();
      await page.getByLabel('您住在哪个社区').selectOption('ZX01');
      await expectClean(resident);
      await page.getByRole('button', { name: '发验证码' }).dblclick();
      await page.getByText('验证码已发到 136****0001，10 分钟内有效。').waitFor();
      const code = codeTo(phone);
      await page.getByLabel('验证码').fill(code === '000000' ? '000001' : '000000');
      await page.getByRole('button', { name: '查看' }).click();
      await page.getByRole('alert').waitFor();
      expect(await resident.violations()).toEqual([]);
      // The refusal is a 422, which the console tells of.
      resident.complaints.length = 0;
      await page.getByLabel('验证码').fill(code);
      await page.getByRole('button', { name: '查看' }).click();
      await page.getByRole('heading', { name: '您反映过的事' }).waitFor();
      expect(await page.locator('main .code').allTextContents()).toEqual(codes.toReversed());
      await expectClean(resident);
      expect(await wholeText(resident)).not.toMatch(/漏了|停了|1361234/);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('We have it; somebody is reading it.').first().waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('link', { name: new RegExp(codes[0]!) }).click();
      await page.getByText('收到了，工作人员正在看。').waitFor();
      await expectClean(resident);
    },
    2 * MINUTE_MS,
  );

  it(
    'reads everything that is held, asks to be forgotten, and is once the deputy leader has granted it with a reason',
    async () => {
      const phone = '13612340002';
      const resident = await stage.desk('phone');
      const { page, open } = resident;
      const code = await tell(resident, '九号楼墙皮掉了。', phone);
      const prove = async (): Promise<void> => {
        await open(`/t/${code}`);
        await page.getByRole('link', { name: '查看或删除我的信息' }).click();
        await page.getByRole('button', { name: '开始' }).click();
      };
      await prove();
      await page.getByText('验证码已发到 136****0002').waitFor();
      await expectClean(resident);
      await page.getByLabel('验证码').fill(codeTo(phone));
      await page.getByRole('button', { name: '查看' }).click();
      await page.getByRole('heading', { name: '您反映的事' }).waitFor();
      for (const held of ['九号楼墙皮掉了。', phone]) await page.getByText(held).waitFor();
      await expectClean(resident);
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: '存成文件' }).click();
      expect((await saved).suggestedFilename()).toBe('我的信息.json');
      await page.getByRole('button', { name: '申请删除我的姓名和电话' }).click();
      await page.getByText('街道负责人同意后删除。').waitFor();
      await expectClean(resident);
      await page.getByRole('button', { name: '确定申请' }).dblclick();
      await page.getByText('收到您的申请。').waitFor();

      const deputy = await stage.desk('laptop', 'zx-deputyleader1');
      await deputy.open('/admin/audit');
      const asked = deputy.page.getByRole('listitem').filter({ hasText: '反映人，来件 1 件' });
      await asked.getByText('等批准').waitFor();
      expect(await asked.getByRole('button', { name: /^同意/ }).isDisabled()).toBe(true);
      await asked.getByLabel('理由（必填）').fill('本人要求，事情照办');
      await expectClean(deputy);
      await asked.getByRole('button', { name: /^同意/ }).click();
      await asked.getByText('已同意').waitFor();
      await asked.getByText(/：本人要求，事情照办$/).waitFor();
      expect(await wholeText(deputy)).not.toContain(phone);
      await expectClean(deputy);

      // No phone is left to text a code to; the code alone shows the matter, which goes on.
      await prove();
      await page.getByRole('heading', { name: '您反映的事' }).waitFor();
      await page.getByText('这件事没有留下您的姓名和电话，或者已经删除。').waitFor();
      expect(await wholeText(resident)).not.toMatch(/墙皮|1361234/);
      await expectClean(resident);
      await page.getByRole('link', { name: '办理进度' }).click();
      await page.getByText('收到了，工作人员正在看。').waitFor();
    },
    3 * MINUTE_MS,
  );

  it(
    'reads in plain words who handles the matter, and says by the code alone that it is not solved',
    async () => {
      const { tale } = stage;
      const resident = await stage.desk('phone');
      const { page, open } = resident;
      const code = await tell(resident, '五号楼的路灯全灭了。');
      await expectClean(resident);
      const { items } = tale.ok('submissions', await tale.as('liaison1').get('/api/submissions?limit=100'));
      const submission = items.find((one: { text: string }) => one.text.startsWith('五号楼'));
      const whistle = await tale.blow({ facts: '路灯全灭', reporters: [{ channel: 'other' }] });
      await eventually('the whistle is known', async () => {
        const body = { whistleId: whistle.id, answer: '已请有关单位来办。' };
        return (await tale.as('liaison1').post(`/api/submissions/${submission.id}/whistle`, body)).status < 300;
      });
      await eventually('the code leads to the matter', async () =>
        (await page.request.get(`/api/whistles/track/${code}`)).ok(),
      );
      await open(`/t/${code}`);
      await page.getByText('街道正在看，看完就定由谁来办。').waitFor();
      await page.getByText('已请有关单位来办。').waitFor();
      await toVerifying(tale, whistle.id);
      await page.reload();
      await page.getByText('办的单位说办好了').waitFor();
      expect(await page.getByText(/配合$/).count()).toBe(1);
      await expectClean(resident);
      expect(await wholeText(resident)).not.toMatch(HOUSE_TERMS);
      for (const who of ['member-01', 'worker-01']) await tale.verify(whistle.id, 'pass', who);
      await page.reload();
      await page.getByRole('link', { name: '评价' }).click();
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('请选办好没有、满不满意。').waitFor();
      await page.getByLabel('没办好').check();
      await page.getByLabel('不满意，请再办一次').check();
      await expectClean(resident);
      await page.getByRole('button', { name: '提交评价' }).dblclick();
      await page.getByText('您已经评价过，谢谢。').waitFor();
      await tale.inState(whistle.id, 'COORDINATING');
      expect((await tale.whistle(whistle.id)).progress.dissatisfiedCount).toBe(1);
      await page.getByRole('link', { name: '办理进度' }).click();
      await page.getByText(/牵头，正在办理/).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText(/leads it/).waitFor();
      await expectClean(resident);
      expect(await wholeText(resident)).not.toMatch(HOUSE_TERMS);
    },
    3 * MINUTE_MS,
  );

  it(
    'is not satisfied three times: rework signed by the head, a session, then the group leader explains, with reasons to read',
    async () => {
      const { tale } = stage;
      const resident = await stage.desk('phone');
      const { page, open } = resident;
      const code = await tell(resident, '六号楼飞线充电，屡禁不止。');
      const { items } = tale.ok('submissions', await tale.as('liaison1').get('/api/submissions?limit=100'));
      const submission = items.find((one: { text: string }) => one.text.startsWith('六号楼'));
      const { id, number } = await tale.blow({ facts: '飞线充电', place: '六号楼', reporters: [{ channel: 'other' }] });
      await eventually('the code leads to the matter', async () => {
        const body = { whistleId: id, answer: '已请有关单位来办。' };
        await tale.as('liaison1').post(`/api/submissions/${submission.id}/whistle`, body);
        return (await page.request.get(`/api/whistles/track/${code}`)).ok();
      });
      const verified = async (): Promise<void> => {
        for (const who of ['member-01', 'worker-01']) await tale.verify(id, 'pass', who);
        await tale.inState(id, 'REVISITING');
      };
      const refuses = async (times: number): Promise<void> => {
        await open(`/t/${code}/rating`);
        await page.getByLabel('没办好').check();
        await page.getByLabel('不满意，请再办一次').check();
        await page.getByRole('button', { name: '提交评价' }).click();
        await page.getByText('您已经评价过，谢谢。').waitFor();
        expect((await tale.whistle(id)).progress.dissatisfiedCount).toBe(times);
        await open(`/t/${code}`);
        await page.getByText(/牵头，正在办理/).waitFor();
        expect(await page.getByRole('link', { name: /评价|再办/ }).count()).toBe(0);
        await expectClean(resident);
      };
      await toVerifying(tale, id);
      await verified();

      await refuses(1);
      const { id: taskId } = (await tale.taskOf(id, 'cgj')) as { id: string };
      const handler = await stage.desk('laptop', 'zx-handler-cgj');
      await handler.open(`/tasks/${taskId}`);
      await handler.page.getByText('重办 第 1 次').waitFor();
      await handler.page.getByText(/现在不能办的/).click();
      await handler.page.getByText('提交反馈 · 现在不能：居民不满意后的反馈须由主要负责人签字提交。').waitFor();
      await expectClean(handler);
      const head = await stage.desk('phone', 'zx-head-cgj');
      await head.open(`/tasks/${taskId}`);
      await act(head.page, '提交反馈');
      await head.page.getByLabel('怎么办好的').fill('已加装充电桩并清线。');
      await head.page.getByLabel(/证据/).fill('六号楼充电桩');
      const photo = { name: '后.png', mimeType: 'image/png', buffer: GREEN_POINT };
      await head.page.getByLabel('＋选文件（办理后）').setInputFiles(photo);
      await head.page.getByRole('button', { name: /去掉/ }).waitFor();
      await submit(head.page, '提交反馈');
      await tale.inState(id, 'VERIFYING');
      await verified();

      await refuses(2);
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open(`/whistles/${number}`);
      await act(liaison.page, '召集三方商量');
      await liaison.page.getByLabel('商量什么').fill('飞线充电怎么办');
      await submit(liaison.page, '召集三方商量');
      await liaison.page.getByRole('dialog').waitFor({ state: 'detached' });
      await expectClean(liaison);
      const session = await eventually('the session', async () => {
        const { body } = await tale.as('liaison1').get(`/api/deliberations?whistleId=${id}`);
        return body.items.find(({ state }: { state: string }) => state === 'CONVENED') as { id: string } | undefined;
      });
      const outcome = { outcome: 'none', problem: '各方意见不一', attendance: 9, nextStep: '逐户说明情况。' };
      tale.ok('outcome', await tale.as('liaison1').post(`/api/deliberations/${session.id}/outcome`, outcome));
      await tale.inState(id, 'REVISITING');

      await refuses(3);
      const group = await stage.desk('laptop', 'zx-groupleader');
      await group.open('/approvals');
      const card = group.page.getByRole('listitem').filter({ hasText: number });
      await card.getByText('三次不满意，研判').waitFor();
      await expectClean(group);
      await card.getByRole('button', { name: /^研判/ }).click();
      await choose(group.page, '怎么办', '说明情况后办结');
      const reason = '电力增容须等明年，已当面说明。';
      await group.page.getByRole('dialog').getByLabel('理由').fill(reason);
      await submit(group.page, '研判');
      await tale.inState(id, 'CONCLUDED');
      await open(`/t/${code}`);
      await page.getByText('这次办不了，原因已向您说明。').waitFor();
      await page.getByText(reason).waitFor();
      await page.getByText(/前可以提$/).waitFor();
      await expectClean(resident);
      expect(await wholeText(resident)).not.toMatch(HOUSE_TERMS);
      expect((await page.request.post(`/api/whistles/track/${code}/rating`, { data: NO })).status()).toBe(409);
      await open(`/t/${code}/reopen`);
      await page.getByLabel('哪里没办好').fill('线还在拉。');
      await page.getByRole('button', { name: '请再办一次' }).click();
      await page.getByText('收到了，这件事重新办。').waitFor();
      await open(`/t/${code}`);
      await page.getByText(reason).waitFor({ state: 'detached' });
      expect(await page.getByRole('link', { name: /再办/ }).count()).toBe(0);
    },
    4 * MINUTE_MS,
  );

  it(
    '[S38] reads what neighbours want, agrees once, says something, and finds who speaks for the community',
    async () => {
      const resident = await stage.desk('phone');
      const { page, open } = resident;
      await open('/p/topics?community=ZX01');
      await page.getByRole('listitem').first().waitFor();
      await expectClean(resident);
      await page.getByRole('listitem').first().getByRole('link').click();
      await page.getByRole('button', { name: /我也赞成/ }).dblclick();
      await page.getByText('已记下您的赞成，1 人赞成。').waitFor();
      await page.reload();
      await page.getByText('1 人赞成').waitFor();
      await page.getByLabel('您怎么看（不写姓名电话）').fill('早点办。');
      await page.getByRole('button', { name: '发表' }).click();
      await page.getByText('收到了，看过以后大家就能读到。').waitFor();
      await expectClean(resident);
      await open('/p/communities/ZX01');
      await page.getByRole('heading', { name: '为这里说话的委员' }).waitFor();
      await page.getByText('示例').first().waitFor();
      await expectClean(resident);
      expect(await wholeText(resident)).not.toMatch(/1[0-9]{10}/);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Members who speak for it' }).waitFor();
      await expectClean(resident);
    },
    2 * MINUTE_MS,
  );

  it(
    '[S99] signs in with the invitation, speaks and votes once, and reads afterwards what was agreed',
    async () => {
      const { tale } = stage;
      const liaison = async (path: string, body: object) =>
        tale.ok(path, await tale.as('liaison1').post(`/api/deliberations${path}`, body));
      const listed = await tale.as('liaison1').get('/api/topics/public?communityId=ZX01');
      const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
      const { id } = await liaison('', {
        ...{ topicId: listed.body.items[0].id, communityIds: ['ZX01'], format: 'hybrid', openToAll: true, quorum: 2 },
        ...{ startsAt: inMinutes(-5), endsAt: inMinutes(60), agenda: ['通报现状', '居民发言'] },
        onlineLink: 'https://meeting.example.cn/8a1',
      });
      const wang = { seat: 'resident', residentName: '王建国', phoneTail: '0417', communityId: 'ZX01' };
      const { token } = await liaison(`/${id}/participants`, wang);
      tale.ok('sign in', await tale.as('member-01').post(`/api/deliberations/${id}/sign-ins`, {}));
      await liaison(`/${id}/motions`, { text: '同意在北侧建充电棚' });
      const resident = await stage.desk('phone');
      const { page, open } = resident;
      await open(`/s/${id}#${token}`);
      await page.getByText('通报现状').waitFor();
      expect(page.url()).not.toContain(token);
      await expectClean(resident);
      await page.getByRole('button', { name: '签到' }).click();
      await page.getByText('您已签到。').waitFor();
      await page.getByRole('button', { name: '赞成' }).click();
      await page.getByText('赞成 1 · 反对 0 · 弃权 0').waitFor();
      await page.getByLabel('您的意见（不写姓名电话）').fill('棚子装在北侧不挡采光。');
      await page.getByRole('button', { name: '发言' }).click();
      await page.getByText('记下了。').waitFor();
      await expectClean(resident);
      await liaison(`/${id}/outcome`, { outcome: 'consensus', problem: '没处充电', consensus: '北侧建两处充电棚' });
      await liaison(`/${id}/publication`, { result: '北侧年底前建两处充电棚。' });
      // Told to come back in a second the page does so without a press.
      const tooMany = { status: 429, headers: { 'retry-after': '1' } };
      await page.route('**/publication', (route) => route.fulfill(tooMany), { times: 1 });
      await page.reload();
      await page.getByText('北侧年底前建两处充电棚。').waitFor();
      expect(await wholeText(resident)).not.toContain('王建国');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'What was agreed' }).waitFor();
      expect(await resident.violations()).toEqual([]);
    },
    2 * MINUTE_MS,
  );
});
