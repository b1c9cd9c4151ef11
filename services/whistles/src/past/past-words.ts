/** What is said of a matter of which the files kept no more than category and dates; by category. */
const FACTS: Readonly<Record<string, string>> = {
  A1: '老年居民反映日间照料与助餐不便',
  A2: '困难家庭申请帮扶',
  A3: '居民反映就近就医取药不便',
  B1: '楼院无人管理，公共部位失修',
  B2: '居民与物业就服务和收费有分歧',
  B3: '房屋渗漏，申请使用维修资金',
  C1: '非机动车乱停乱放，飞线充电',
  C2: '机动车占道停放，小区道路破损',
  C3: '老旧楼申请加装电梯或无障碍坡道',
  D1: '楼院卫生与绿化维护不到位',
  D2: '排水管网堵塞，公共设施损坏',
  E1: '历史遗留原因未能办理不动产证',
  E2: '邻里纠纷，申请调解',
  F1: '缺少文体活动场地和青少年课外活动',
  F2: '沿街商户反映经营困难',
};

export const pastFactsOf = (categoryCode: string): string => `${FACTS[categoryCode] ?? '居民反映的问题'}（往年补录）`;
