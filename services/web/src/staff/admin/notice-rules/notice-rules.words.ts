import type { Words } from '../../../words/words.js';

export const NOTICE_RULES_WORDS = {
  'noticeRules.help': [
    '按这张表通知，只供查看。消息总会进收件箱；另发邮件、短信，要本人留了地址、也没有另作选择。',
    'People are told by this table; it is for reading. The inbox gets every notice; e-mails and texts go to whoever left an address and chose nothing else.',
  ],
  'noticeRules.role': ['只看谁收到的', 'Told to'],
  'noticeRules.everyRole': ['所有身份', 'every role'],
  'noticeRules.text': ['说什么', 'What it says'],
  'noticeRules.when': ['什么时候', 'When'],
  'noticeRules.to': ['告诉谁', 'To whom'],
  'noticeRules.channels': ['用什么方式', 'By what'],
  'noticeRules.always': ['每次', 'always'],
  'noticeRules.inbox': ['收件箱', 'inbox'],
  'noticeRules.semicolon': ['；', '; '],
  'noticeRules.anybody': ['被点名的人', 'whoever is named'],
  'noticeRules.of.subdistrict': ['{{roles}}', '{{roles}}'],
  'noticeRules.of.community': ['{{roles}}（本社区）', '{{roles}} of the community'],
  'noticeRules.of.communities': ['{{roles}}（有关社区）', '{{roles}} of the communities concerned'],
  'noticeRules.of.department': ['{{roles}}（有关单位）', '{{roles}} of the department'],
  'noticeRules.of.lead': ['{{roles}}（主办单位）', '{{roles}} of the lead department'],
  'noticeRules.of.supporting': ['{{roles}}（协办单位）', '{{roles}} of the supporting departments'],
  'noticeRules.of.member': ['{{roles}}（请到的）', '{{roles}} who was asked'],
  'noticeRules.of.person': ['{{roles}}（只告诉本人）', '{{roles}}, only who is named'],
  'noticeRules.byLadder': ['看是哪个环节，见最后一张表', 'by the step that is late; see the last table'],
  'noticeRules.ladder': ['哪个环节晚了，每一级告诉谁', 'Who hears of a late step, rung by rung'],
  'noticeRules.step': ['环节', 'Step'],
  'noticeRules.silent': [
    '有 {{count}} 种进展特意不通知任何人：{{events}}',
    'Of {{count}} kinds of events nobody is told, on purpose: {{events}}',
  ],
} as const satisfies Words;
