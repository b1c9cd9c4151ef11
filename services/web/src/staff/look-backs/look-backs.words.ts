import type { LookBackState } from '@hsl/contracts/states';
import type { Words } from '../../words/words.js';

const STATES: Record<`lookBackState.${LookBackState}`, readonly [string, string]> = {
  'lookBackState.SCHEDULED': ['还没去看', 'to be looked at'],
  'lookBackState.STABLE': ['稳定', 'stable'],
  'lookBackState.REBOUND': ['反弹', 'rebound'],
  'lookBackState.UNVERIFIABLE': ['无法核实', 'cannot be told'],
};

export const LOOK_BACKS_WORDS = {
  'lookBacks.title': ['回头看', 'Look-backs'],
  'lookBacks.empty': ['没有要回头看的事。', 'Nothing is to be looked back at.'],
  'lookBacks.due': ['到期的', 'Due'],
  'lookBacks.coming': ['还没到的', 'Coming'],
  'lookBacks.nth': ['第 {{n}} 次', 'no. {{n}}'],
  'lookBacks.about': ['办结的事', 'What was settled'],
  'lookBacks.found': ['看到什么', 'What was found'],
  'lookBacks.reportedAt': ['{{at}} 去看过', 'looked at on {{at}}'],
  'lookBacks.rebound': ['反弹后新吹的哨', 'The new matter'],
  'do.lookBack.report': ['记录结果', 'Record the result'],
  'field.lookBackResult': ['结果', 'Result'],
  'field.lookBackNote': ['现场看到什么', 'What was found on the spot'],
  'field.lookBackResult.STABLE': ['稳定，没有反弹', 'stable'],
  'field.lookBackResult.REBOUND': ['又反弹了（自动再吹哨）', 'back again (blows a new whistle)'],
  'field.lookBackResult.UNVERIFIABLE': ['无法核实', 'cannot be told'],
  ...STATES,
} as const satisfies Words;
