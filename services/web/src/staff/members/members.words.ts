import { SKILLS, type SkillCode } from '@hsl/contracts/skills';
import type { Words } from '../../words/words.js';

const SKILL_WORDS = Object.fromEntries(
  Object.entries(SKILLS).map(([code, { zh, en }]) => [`skill.${code}`, [zh, en]]),
) as unknown as Record<`skill.${SkillCode}`, readonly [string, string]>;

const EXPERT_FIELDS = {
  'expertField.law': ['法律', 'law'],
  'expertField.surveying': ['测绘', 'surveying'],
  'expertField.elevator': ['电梯', 'lifts'],
  'expertField.fire': ['消防', 'fire safety'],
  'expertField.finance': ['金融', 'finance'],
  'expertField.nursing': ['护理', 'nursing'],
  'expertField.planning': ['规划', 'planning'],
  'expertField.catering': ['餐饮', 'catering'],
} as const satisfies Words;

export const MEMBERS_WORDS = {
  ...SKILL_WORDS,
  ...EXPERT_FIELDS,
  'members.title': ['委员与分片', 'Members and areas'],
  'members.room': ['委员与分片的两页', 'The two pages on members'],
  'members.roster': ['委员名册', 'Roster'],
  'members.areas': ['分片与覆盖', 'Areas and coverage'],
  'members.list': ['委员（{{n}}）', 'Members ({{n}})'],
  'members.empty': ['没有符合条件的委员。', 'No member is like this.'],
  'members.name': ['姓名', 'Name'],
  'members.sector': ['界别', 'Sector'],
  'members.communities': ['分片', 'Area'],
  'members.skills': ['专长', 'Skills'],
  'members.points': ['今年积分', 'Points this year'],
  'members.rank': ['名次', 'Rank'],
  'members.search': ['按姓名找', 'Find by name'],
  'members.fictional': ['示例', 'invented'],
  'members.level.city': ['市政协委员', 'city member'],
  'experts.list': ['专家', 'Experts'],
  'experts.field': ['领域', 'Field'],
  'coverage.allCovered': ['{{total}} 个社区都达到 1+2+N。', 'All {{total}} communities satisfy 1+2+N.'],
  'coverage.breached': [
    '{{total}} 个社区中有 {{n}} 个没有达到 1+2+N。',
    '{{n}} of {{total}} communities fall short of 1+2+N.',
  ],
  'coverage.rule': [
    '1+2+N：一个社区、至少两名委员、至少一个利益相关方群体。',
    '1+2+N: one community, two members and more, one group with a stake and more.',
  ],
  'coverage.community': ['社区', 'Community'],
  'coverage.members': ['委员', 'Members'],
  'coverage.groups': ['利益相关方', 'Groups with a stake'],
  'coverage.missing': ['缺什么', 'What is missing'],
  'coverage.since': ['自何时', 'Since'],
  'coverage.covered': ['达到', 'covered'],
  'coverage.missing.members': ['委员 {{has}} 名，应有 {{needs}} 名', '{{has}} members, {{needs}} needed'],
  'coverage.missing.groups': ['群体 {{has}} 个，应有 {{needs}} 个', '{{has}} groups, {{needs}} needed'],
  'coverage.only': ['只看没有达到的', 'Only those that fall short'],
  'coverage.all': ['全部社区', 'All communities'],
  'coverage.view': ['看哪些社区', 'Which communities'],
  'area.proposals': ['等待裁定的调整', 'Changes waiting for a ruling'],
  'area.proposals.none': ['没有等待裁定的调整。', 'No change waits for a ruling.'],
  'area.begin': [
    '请 {{member}} 从 {{day}} 起负责{{community}}：{{reason}}',
    '{{member}} for {{community}} from {{day}}: {{reason}}',
  ],
  'area.end': [
    '{{member}} 到 {{day}} 不再负责{{community}}：{{reason}}',
    '{{member}} no longer for {{community}} after {{day}}: {{reason}}',
  ],
  'do.areaAssignment.propose': ['调整分片', 'Adjust an area'],
  'do.areaAssignment.approve': ['裁定调整', 'Rule on the change'],
  'areaChange.begin': ['开始负责', 'begins'],
  'areaChange.end': ['不再负责', 'ends'],
  'field.change': ['调整', 'Change'],
  'field.memberId': ['委员', 'Member'],
  'field.communityId': ['社区', 'Community'],
  'field.firstDay': ['从哪天起', 'First day'],
  'field.lastDay': ['到哪天止', 'Last day'],
  'field.refusalReason': ['不同意的理由', 'Why not'],
} as const satisfies Words;
