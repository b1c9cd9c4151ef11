import type { ApprovalKind, RulingKind } from '@hsl/contracts/schemas/approvals';
import type { Words } from '../../words/words.js';

type Kind = ApprovalKind | RulingKind | 'ledger' | 'carryOver';

const KINDS: Record<`approvals.kind.${Kind}`, readonly [string, string]> = {
  'approvals.kind.countersign': ['会签', 'Countersign'],
  'approvals.kind.declineRuling': ['批不予受理', 'Refusal to accept'],
  'approvals.kind.objectionRuling': ['裁定异议', 'Objection'],
  'approvals.kind.withdrawApproval': ['批撤回', 'Withdrawal'],
  'approvals.kind.outcomeChoice': ['三次不满意，研判', 'Dissatisfied three times'],
  'approvals.kind.return': ['退单', 'Return'],
  'approvals.kind.siteMeeting': ['责任争议，开现场会', 'Dispute, site meeting due'],
  'approvals.kind.dispute': ['责任争议，裁定', 'Dispute, ruling due'],
  'approvals.kind.appeal': ['责任争议，终裁', 'Dispute, final ruling due'],
  'approvals.kind.extension': ['延期', 'More time'],
  'approvals.kind.pause': ['停表', 'Stop the clock'],
  'approvals.kind.ledger': ['列入长期台账', 'Long-term register'],
  'approvals.kind.carryOver': ['跨年续办', 'Carry over'],
};

const EFFECTS: Record<`approvals.effect.${Kind}`, readonly [string, string]> = {
  'approvals.effect.countersign': ['会签后联络员才能受理。', 'It can be accepted once it is countersigned.'],
  'approvals.effect.declineRuling': [
    '同意后不再受理，社区可提一次异议；不同意就回到待受理，重新计时。',
    'Yes: it is not taken, the community may object once. No: it waits to be accepted, on a fresh clock.',
  ],
  'approvals.effect.objectionRuling': [
    '同意后重新受理，重新计时；不同意就不再办。',
    'Yes: it waits to be accepted again, on a fresh clock. No: the refusal stands.',
  ],
  'approvals.effect.withdrawApproval': [
    '同意后各单位的任务取消，不能恢复；不同意就照原期限办。',
    'Yes: all tasks are cancelled for good. No: deadlines stay as they are.',
  ],
  'approvals.effect.outcomeChoice': [
    '续办或列入台账要写节点和日期；说明办结或转办就不再计时。',
    'Carrying over or the register needs dates; explaining or referring ends all clocks.',
  ],
  'approvals.effect.return': [
    '同意后转 {{to}}，从头计时；不同意就由原单位办，期限 {{due}} 不变。',
    'Yes: {{to}} takes over on a fresh clock. No: the unit keeps it, due {{due}} as before.',
  ],
  'approvals.effect.siteMeeting': [
    '现场会后由副组长裁定；这期间先行处置不停。',
    'A deputy leader rules after the meeting; interim duty goes on.',
  ],
  'approvals.effect.dispute': [
    '裁定后一个工作日内可申诉；定了就写进派单目录。',
    'Open to appeal for one working day; once final it stands in the routing table.',
  ],
  'approvals.effect.appeal': [
    '终裁，不能再申诉；写进派单目录。',
    'Final: no further appeal; it stands in the routing table.',
  ],
  'approvals.effect.extension': ['反馈期限由 {{due}} 改为 {{newDue}}。', 'Feedback due {{newDue}} instead of {{due}}.'],
  'approvals.effect.pause': [
    '主办的计时停到协办反馈；现在的期限是 {{due}}。',
    'The lead’s clock stands until the supporting unit has fed back; due {{due}} as it is.',
  ],
  'approvals.effect.ledger': [
    '同意后按节点办，最后一个节点 {{newDue}}（共 {{days}} 天）；不同意就照原期限办。',
    'Yes: by its milestones, the last on {{newDue}} ({{days}} days). No: the deadline stays.',
  ],
  'approvals.effect.carryOver': [
    '同意要写新的节点；现在最后一个节点是 {{newDue}}。',
    'Yes: with new dates; the last milestone is on {{newDue}} now.',
  ],
};

export const APPROVALS_WORDS = {
  'menu.approvals': ['待我批', 'For my word'],
  'approvals.title': ['待我批（{{n}}）', 'For my word ({{n}})'],
  'approvals.empty': ['没有等您批的事。', 'Nothing waits for your word.'],
  'approvals.of.all': ['全部', 'All'],
  'approvals.of.matter': ['哨件', 'Matters'],
  'approvals.of.task': ['任务', 'Tasks'],
  'approvals.of.ledger': ['台账', 'Register'],
  'approvals.approve': ['同意', 'Approve'],
  'approvals.refuse': ['不同意', 'Refuse'],
  'approvals.approveAll': ['一并同意 {{n}} 件', 'Approve {{n}}'],
  'approvals.choose': ['选上：{{title}}', 'Choose: {{title}}'],
  'approvals.about': ['什么事', 'About'],
  'approvals.asker': ['谁提的', 'Asked by'],
  'approvals.why': ['为什么', 'Why'],
  'approvals.effect': ['会怎样', 'What follows'],
  ...KINDS,
  ...EFFECTS,
} as const satisfies Words;
