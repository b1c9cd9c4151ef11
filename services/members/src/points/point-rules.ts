import { MEMBER_DUTIES, type MemberDuty } from '@hsl/contracts/member-duties';

/** The yearly three: a session, a proposal or report, a visit. Each done once gives its part of the base. */
export const YEARLY_THREE = ['session', 'paper', 'visit'] as const;
export type YearlyOne = (typeof YEARLY_THREE)[number];

interface PointRule {
  zh: string;
  /** Towards the bonus; below zero it is lost. */
  points: number;
  /** The duty it counts for (S75). */
  duty: MemberDuty;
  /** Which of the yearly three it fulfils. */
  fulfils?: YearlyOne;
}

/**
 * Points of members (domain I22). Two lines are read into it: a whistle concluded with a member on it is a practical
 * deed done, and a record in a campaign is a visit. A line of 0 earns no bonus but fulfils one of the yearly three, or
 * stands in the duty archive.
 */
export const POINT_RULES = {
  checkInOnTime: { zh: '按时报到', points: 3, duty: 'servant' },
  checkInMissed: { zh: '未报到', points: -5, duty: 'servant' },
  whistleConcluded: { zh: '参与哨件办结', points: 5, duty: 'servant' },
  sessionAttended: { zh: '参加协商会', points: 3, duty: 'deliberator', fulfils: 'session' },
  visit: { zh: '走访', points: 2, duty: 'opinionInformant', fulfils: 'visit' },
  campaignRecord: { zh: '走访调研活动记录', points: 2, duty: 'opinionInformant', fulfils: 'visit' },
  microActivity: { zh: '微活动', points: 2, duty: 'policyPublicist' },
  proposalFiled: { zh: '提案立案', points: 5, duty: 'deliberator', fulfils: 'paper' },
  proposalClassA: { zh: '提案 A 类答复', points: 5, duty: 'democraticSupervisor' },
  opinionReportSubmitted: { zh: '报送社情民意', points: 0, duty: 'opinionInformant', fulfils: 'paper' },
  opinionReportAdopted: { zh: '社情民意采用', points: 5, duty: 'opinionInformant', fulfils: 'paper' },
  practicalDeed: { zh: '办实事完成', points: 5, duty: 'servant' },
  training: { zh: '培训', points: 2, duty: 'policyPublicist' },
  dutyRecord: { zh: '履职记录', points: 0, duty: 'servant' },
} as const satisfies Record<string, PointRule>;
export type PointRuleCode = keyof typeof POINT_RULES;
export const POINT_RULE_CODES = Object.keys(POINT_RULES) as PointRuleCode[];
export const isPointRule = (code: string): code is PointRuleCode => Object.hasOwn(POINT_RULES, code);
export const pointRule = (code: PointRuleCode): PointRule => POINT_RULES[code];

/** Duty records name the duty themselves. */
export const dutyNamed = (duty: unknown): MemberDuty | undefined => MEMBER_DUTIES.find((one) => one === duty);
