import type { Role } from '@hsl/contracts/roles';
import type { WhistleState } from '@hsl/contracts/states';

/** The demo speaks zh-CN. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  resident: '居民',
  communityWorker: '社区工作者',
  communityHead: '社区书记',
  member: '委员',
  liaisonOfficer: '联络员',
  handler: '经办人',
  deputyHead: '分管领导',
  head: '主要负责人',
  deputyLeader: '副组长',
  groupLeader: '组长',
  districtCommittee: '区政协专委会',
  expert: '专家',
  admin: '管理员',
  auditor: '审计员',
  partnerKey: '接口',
};

export const STATE_WORDS: Readonly<Record<WhistleState, string>> = {
  BLOWN: '待受理',
  NEEDS_INFO: '待补正',
  ACCEPTED: '已受理',
  ASSIGNING: '等委员报到',
  CHECKED_IN: '待派单',
  DELIBERATING: '协商中',
  COORDINATING: '办理中',
  VERIFYING: '待核查',
  REVISITING: '待回访',
  CONCLUDED: '已办结',
  LOOKING_BACK: '回头看',
  LEDGERED: '挂账',
  CARRIED_OVER: '续办',
  ARCHIVED: '已归档',
  MERGED: '已并件',
  NOT_ACCEPTED: '不予受理',
  WITHDRAWN: '已撤回',
};

/** Lines of a history that tell what a member or a department did; all others without a person are the clock's. */
export const DEED_OF: Readonly<Record<string, 'member' | 'department' | undefined>> = {
  checkedIn: 'member',
  'checkIn.confirmed.v1': 'member',
  'checkIn.declined.v1': 'member',
  'task.dispatched.v1': 'department',
  'task.acknowledged.v1': 'department',
  'task.feedbackSubmitted.v1': 'department',
};
