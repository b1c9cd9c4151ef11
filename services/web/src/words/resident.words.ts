import { COMMUNITY_WORDS } from '../resident/community/community.words.js';
import { PERSONAL_WORDS } from '../resident/personal/personal.words.js';
import { SESSION_WORDS } from '../resident/session/session.words.js';
import { TOPIC_WORDS } from '../resident/topics/topics.words.js';
import { TRACK_WORDS } from '../resident/track/track.words.js';
import { COMMON_WORDS } from './common.words.js';
import type { Words } from './words.js';

/** Everything residents read: sentences, never terms or codes of the house. */
export const RESIDENT_WORDS = {
  ...COMMON_WORDS,
  ...COMMUNITY_WORDS,
  ...PERSONAL_WORDS,
  ...SESSION_WORDS,
  ...TOPIC_WORDS,
  ...TRACK_WORDS,
  'home.title': ['有事好商量', 'Talk it over'],
  'large.on': ['大字', 'Large text'],
  'large.off': ['常规字', 'Normal text'],
  'home.text': [
    '扫小区门口的二维码，一分钟就能反映。已经反映过的，可以查进度。',
    'Scan the code at your gate to tell us in a minute. If you have, see how it stands.',
  ],
  'home.track': ['查进度', 'See how it stands'],
  'report.title': ['反映问题', 'Tell us'],
  'report.emergency': ['起火、漏气、伤人先打 119 或 120', 'Fire, gas or injury: call 119 or 120 first'],
  'report.text': ['发生了什么事（必填）', 'What happened (required)'],
  'report.text.missing': ['请写一句发生了什么事。', 'Please say what happened.'],
  'report.hint': ['可以用键盘上的话筒说话', 'You can use the microphone of your keyboard'],
  'report.photos': ['照片（可不拍，最多 9 张）', 'Photos (optional, up to 9)'],
  'report.addPhoto': ['＋拍照或选照片', '+ Take or choose photos'],
  'report.photo.alt': ['照片 {{n}}', 'Photo {{n}}'],
  'report.photo.remove': ['去掉照片 {{n}}', 'Remove photo {{n}}'],
  'report.photo.notOne': [
    '“{{name}}”不是照片，没有上传。请选照片。',
    '“{{name}}” is no photo and was not taken. Please choose a photo.',
  ],
  'report.photo.tooMany': ['最多 9 张照片。', 'At most 9 photos.'],
  'report.photo.unsent': ['上次没传完的照片，现在接着传。', 'Photos that were not sent last time go up now.'],
  'report.place': ['在哪里（可不填）', 'Where (optional)'],
  'report.phone': ['手机号（可不填，好告诉您结果）', 'Phone (optional, to tell you the result)'],
  'report.phone.wrong': ['手机号是 11 位数字，请核对。', 'A phone number has 11 digits, please check.'],
  'report.privacy': [
    '填了手机号，就是同意我们保存。不会把您的电话给被反映的单位。',
    'By giving it you agree that we keep it. It is never given to those you complain of.',
  ],
  'report.here': ['这里正在办 {{count}} 件', 'Under way here: {{count}}'],
  'report.endorsements': ['{{people}} 人赞成', '{{people}} agree'],
  'report.submit': ['提交', 'Send'],
  'report.sending': ['正在提交…', 'Sending…'],
  'report.retired': [
    '这个二维码已停用，请直接选社区。',
    'This code is no longer in use. Please choose your community instead.',
  ],
  'report.choosePlace': ['选社区反映', 'Choose a community'],
  'receipt.title': ['收到了', 'Received'],
  'receipt.code': ['查询码，请截图保存：', 'Your code, please keep a screenshot:'],
  'receipt.due': ['{{due}} 前先答复您。', 'A first answer comes by {{due}}.'],
  'receipt.photo.waiting': ['等着传', 'waiting'],
  'receipt.photo.sending': ['正在传 {{percent}}%', 'sending {{percent}}%'],
  'receipt.photo.done': ['传好了', 'sent'],
  'receipt.photo.failed': ['没传完', 'not sent'],
  'receipt.photo.cut': [
    '没传完，还在手机上，网络恢复后会再传',
    'not sent; kept on this phone, goes up again when the line is back',
  ],
  'receipt.photo.again': ['这一张没传完，请重传', 'Send this one again'],
  'receipt.track': ['看办理进度', 'See how it stands'],
  'track.title': ['办理进度', 'How it stands'],
  'track.ask': ['查询码', 'Your code'],
  'track.go': ['查询', 'Look it up'],
  'track.notFound': ['没有查到。请核对查询码，或用手机号查。', 'Nothing found. Check the code, or find it by phone.'],
  'track.received': ['{{at}} 收到', 'Received {{at}}'],
  'track.due': ['{{at}} 前答复您', 'You are answered by {{at}}'],
  'track.late': [
    '已过答应的时间。我们在催，有消息马上告诉您。',
    'The promised time has passed. It is being chased up.',
  ],
  'track.answer': ['答复', 'The answer'],
  'track.results': ['商量的结果', 'What was agreed'],
  'track.add': ['补充情况', 'Add something'],
  'track.add.text': ['还想说什么', 'What else'],
  'track.added': ['补充的收到了。', 'Received.'],
  'track.withdraw': ['不反映了', 'Take it back'],
  'track.withdraw.sure': ['撤回后不再办理，不能恢复。', 'Taken back it is not handled any more, for good.'],
  'track.withdraw.yes': ['撤回', 'Take it back'],
  'track.withdraw.no': ['不撤了', 'Keep it'],
} as const satisfies Words;
