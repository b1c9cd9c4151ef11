import type { HeldFields, PersonalWords } from '@hsl/platform/personal-section';

/** What fields of the export are called, for residents: no codes, no terms of the house. */
export const TOPIC_WORDS = {
  submissions: ['您反映的事', 'What you told us'],
  participations: ['您参加的商量会', 'Sittings you came to'],
  comments: ['您的留言', 'Your comments'],
  requests: ['您提出的删除申请', 'Your requests to be forgotten'],
  id: ['编号', 'Number'],
  receivedAt: ['收到时间', 'Received'],
  community: ['社区', 'Community'],
  place: ['地点', 'Place'],
  position: ['手机给的位置', 'Where your phone was'],
  text: ['您写的内容', 'Your words'],
  addition: ['补充', 'Added later'],
  name: ['姓名', 'Name'],
  phone: ['电话', 'Phone'],
  consentedAt: ['同意保存电话的时间', 'Consent to keep the phone'],
  photo: ['照片', 'Photo'],
  state: ['办理情况', 'State'],
  answer: ['答复', 'Answer'],
  at: ['时间', 'When'],
  seat: ['席位', 'Seat'],
  signedInAt: ['签到时间', 'Signed in'],
  opinion: ['发言', 'Said'],
} as const satisfies PersonalWords;

/** How a request stands, in plain words. */
export const REQUEST_WORDS = {
  REQUESTED: { 'zh-CN': '等批准', en: 'waits' },
  APPROVED: { 'zh-CN': '已同意', en: 'granted' },
  REJECTED: { 'zh-CN': '未同意', en: 'refused' },
} as const;

/** What is held of one thing. */
export type Held = HeldFields<keyof typeof TOPIC_WORDS>;
