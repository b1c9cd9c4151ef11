import type { DutyLevel, MemberDuty } from '@hsl/contracts/member-duties';
import type { Words } from '../../words/words.js';

const DUTIES: Record<`duty.${MemberDuty}`, readonly [string, string]> = {
  'duty.policyPublicist': ['政策宣传员', 'Policy publicist'],
  'duty.opinionInformant': ['民意信息员', 'Opinion informant'],
  'duty.democraticSupervisor': ['民主监督员', 'Democratic supervisor'],
  'duty.deliberator': ['议事协商员', 'Deliberator'],
  'duty.servant': ['为民服务员', 'Servant of the people'],
};

const LEVELS: Record<`duty.level.${DutyLevel}`, readonly [string, string]> = {
  'duty.level.excellent': ['优秀', 'excellent'],
  'duty.level.competent': ['称职', 'competent'],
  'duty.level.talk': ['约谈提醒', 'a talk is due'],
};

export const DUTY_WORDS = {
  ...DUTIES,
  ...LEVELS,
  'duty.title': ['我的履职', 'My duties'],
  'duty.total': ['今年 {{total}} 分 · {{level}}', '{{total}} points this year · {{level}}'],
  'duty.parts': ['基础 {{base}}，加分 {{bonus}}（最多 40）', 'base {{base}}, bonus {{bonus}} (40 at most)'],
  'duty.three': ['年度“三个一”', 'The yearly three'],
  'duty.three.session': ['协商一次', 'a session'],
  'duty.three.paper': ['提案或社情民意一件', 'a proposal or report'],
  'duty.three.visit': ['走访一次', 'a visit'],
  'duty.done': ['已完成', 'done'],
  'duty.notDone': ['还没有', 'not yet'],
  'duty.profile': ['五员画像', 'Profile of the five duties'],
  'duty.name': ['职责', 'Duty'],
  'duty.points': ['积分', 'Points'],
  'duty.share': ['占比', 'Share'],
  'duty.records': ['履职记录', 'Records'],
  'duty.entries': ['每一笔', 'Entry by entry'],
  'duty.entries.none': ['今年还没有履职记录。', 'Nothing on record this year.'],
  'duty.revoked': ['已撤销', 'revoked'],
} as const satisfies Words;
