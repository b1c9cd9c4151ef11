import type { Words } from '../../../words/words.js';

export const TEXTS_WORDS = {
  'texts.help': [
    '吹哨和答复时可以从这里的文字开始写，发出前每个人都可以改。可以留空：{编号} {社区} {地点} {单位} {日期}，没填好的发不出去。',
    'People begin with these texts when they blow and answer, and change them before sending. Slots {编号} {社区} {地点} {单位} {日期} may be left open; a text with an empty one is not sent.',
  ],
  'texts.none': ['还没有模板。', 'There are no templates yet.'],
  'texts.list': ['模板', 'Templates'],
  'texts.use': ['用在哪里', 'For'],
  'texts.use.blow': ['吹哨', 'blowing'],
  'texts.use.answer': ['答复居民', 'answers to residents'],
  'texts.use.decline': ['不予受理', 'refusals'],
  'texts.use.feedback': ['单位反馈', 'reports of departments'],
  'texts.title': ['名称', 'Name'],
  'texts.text': ['内容', 'Text'],
  'texts.category': ['只用于哪一类', 'Only for the category'],
  'texts.do': ['修改', 'Change'],
  'texts.change.of': ['修改模板 {{title}}', 'Change the template {{title}}'],
  'texts.ended': ['停用', 'not in use'],
  'texts.end': ['停用', 'End'],
  'texts.end.of': ['停用模板 {{title}}', 'End the template {{title}}'],
  'texts.again': ['恢复使用', 'Use again'],
  'texts.again.of': ['恢复使用模板 {{title}}', 'Use the template {{title}} again'],
  'texts.new': ['新增模板', 'Add a template'],
  'texts.save': ['保存', 'Save'],
  'texts.overrun': [
    '您打开后，别人改过这个模板，没有保存。您写的还在，请核对后再保存。',
    'After you opened it somebody else changed this template; nothing was saved. What you typed is still there.',
  ],
} as const satisfies Words;
