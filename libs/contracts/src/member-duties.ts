/** S75: 政策宣传员、民意信息员、民主监督员、协商议政员、民众服务员. */
export const MEMBER_DUTIES = [
  'policyPublicist',
  'opinionInformant',
  'democraticSupervisor',
  'deliberator',
  'servant',
] as const;
export type MemberDuty = (typeof MEMBER_DUTIES)[number];

/** I22: 优秀, 称职, 约谈提醒. */
export const DUTY_LEVELS = ['excellent', 'competent', 'talk'] as const;
export type DutyLevel = (typeof DUTY_LEVELS)[number];
