import type { Words } from '../../words/words.js';

export const REFERRED_WORDS = {
  'referred.title': ['上报区级', 'Referred to the district'],
  'referred.of.reports': ['社情民意信息', 'Reports of public opinion'],
  'referred.of.topics': ['区级议题', 'Topics of the district'],
  'referred.empty': ['没有上报事项。', 'Nothing was referred.'],
  'referred.about': ['反映什么', 'About'],
  'referred.remark': ['批注', 'Remark'],
  'referred.forwarded': ['已上报区政协', 'passed on to the district'],
  'referred.draftedAt': ['{{at}} 起草', 'drafted on {{at}}'],
  'reportState.DRAFTED': ['草稿', 'draft'],
  'reportState.SUBMITTED': ['已提交', 'handed in'],
  'reportState.ADOPTED': ['已采用', 'adopted'],
  'reportState.FILED': ['已留存', 'filed'],
  'do.opinionReport.forward': ['上报区级', 'Pass it on'],
  'do.opinionReport.decide': ['答复', 'Decide'],
  'field.isAdopted': ['是否采用', 'Adopt it'],
  'field.isAdopted.true': ['采用', 'adopt'],
  'field.isAdopted.false': ['留存', 'file'],
  'field.reportRemark': ['批注', 'Remark'],
} as const satisfies Words;
