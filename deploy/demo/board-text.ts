import type { Board } from './api-answers.js';
import { STATE_WORDS } from './words.js';

/** The one-page board as lines of text: figures that are not 0. */
export function boardText({ open, overdue, byState, byDepartment, byCommunity, cards, asOf }: Board): string[] {
  const { yellow, red } = cards;
  const states = byState.filter(({ n }) => n > 0).map(({ state, n }) => `${STATE_WORDS[state]} ${n}`);
  const departments = byDepartment
    .filter((one) => one.open.n + one.yellow.cards + one.red.cards > 0)
    .map(
      (one) =>
        `  ${one.name ?? one.departmentId}：在办 ${one.open.n}，超时 ${one.overdue.n}，黄牌 ${one.yellow.cards}，红牌 ${one.red.cards}`,
    );
  const communities = byCommunity
    .filter((one) => one.open.n > 0)
    .map((one) => `${one.name ?? one.communityId} ${one.open.n}`);
  return [
    `今日总览（数据截至 ${asOf ?? '未知'}）`,
    `在办 ${open.n}，超时 ${overdue.n}；今日黄牌 ${yellow.today.cards}，红牌 ${red.today.cards}；累计黄牌 ${yellow.total.cards}，红牌 ${red.total.cards}`,
    ...(states.length > 0 ? [`按状态：${states.join('，')}`] : []),
    ...(communities.length > 0 ? [`按社区：${communities.join('，')}`] : []),
    ...(departments.length > 0 ? ['按单位：', ...departments] : []),
  ];
}
