/** Words of the notices about rules, calendar and monthly themes, which are about no single whistle. */
export const RULE_NOTICE_WORDS = {
  ruleSetToRule: {
    'zh-CN': '有一份规则修改方案等您审批。',
    en: 'A proposal to change the rules waits for your approval.',
  },
  ruleSetRejected: {
    'zh-CN': '您提出的规则修改方案未获批准。',
    en: 'Your proposal to change the rules was not approved.',
  },
  ruleSetChanged: {
    'zh-CN': '规则第 {ruleSetVersion} 版已获批准，自 {effectiveFrom} 起受理的哨件适用。',
    en: 'Version {ruleSetVersion} of the rules was approved; it holds for whistles accepted from {effectiveFrom} on.',
  },
  calendarLoaded: {
    'zh-CN': '{year} 年工作日历已更新，暂定的期限将重新计算。',
    en: 'The calendar of {year} was loaded; provisional deadlines are being computed again.',
  },
  calendarMissing: {
    'zh-CN': '{year} 年工作日历尚未录入，跨年期限只能暂定，请按国务院办公厅通知录入。',
    en: 'The calendar of {year} is not loaded; deadlines in it are provisional until you load it.',
  },
  themeToRule: {
    'zh-CN': '分类 {categoryCode} 被提为每月一题，请审批。',
    en: 'Category {categoryCode} was proposed as a monthly theme and waits for your approval.',
  },
  themeApproved: {
    'zh-CN': '分类 {categoryCode} 已定为每月一题。',
    en: 'Category {categoryCode} was approved as a monthly theme.',
  },
  themeRefused: {
    'zh-CN': '您提出的每月一题（分类 {categoryCode}）未获批准。',
    en: 'Your monthly theme (category {categoryCode}) was not approved.',
  },
} as const;
