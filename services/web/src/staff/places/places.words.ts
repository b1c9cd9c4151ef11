import type { ManagementType } from '@hsl/contracts/management-types';
import type { Words } from '../../words/words.js';

const MANAGEMENT: Record<`managementType.${ManagementType}`, readonly [string, string]> = {
  'managementType.commissioned': ['委托物业', 'run by a company the owners chose'],
  'managementType.selfManaged': ['业主自管', 'run by the owners'],
  'managementType.collective': ['街道集体管理', 'run by a collective of the subdistrict'],
  'managementType.none': ['无物业', 'run by nobody'],
};

const VOTES = {
  'ownersVote.subject.commissionManager': ['选聘或解聘物业', 'choosing or dismissing a manager'],
  'ownersVote.subject.installElevator': ['加装电梯等', 'a lift, rebuilding'],
  'ownersVote.verdict.carried': ['通过', 'carried'],
  'ownersVote.verdict.notAgreed': ['未通过', 'not agreed'],
  'ownersVote.verdict.noQuorum': ['参与户数不够', 'no quorum'],
  'ownersVote.state.COUNTED': ['已计票，待确认', 'counted, to be confirmed'],
  'ownersVote.state.CONFIRMED': ['已确认公布', 'confirmed and public'],
  'ownersVote.line': [
    '{{day}} · {{subject}} · 全部 {{all}} 户，参与 {{voted}} 户，同意 {{agreed}} 户',
    '{{day}} · {{subject}} · {{all}} owners, {{voted}} voted, {{agreed}} agreed',
  ],
} as const satisfies Words;

export const PLACES_WORDS = {
  ...MANAGEMENT,
  ...VOTES,
  'community.title': ['{{name}}社区', '{{name}} community'],
  'community.households': ['{{n}} 户', '{{n}} households'],
  'community.blow': ['在这里吹哨', 'Blow a whistle here'],
  'community.open': ['在办的哨件', 'Open whistles'],
  'community.open.none': ['这里没有在办的事。', 'Nothing is open here.'],
  'community.open.all': ['全部在办', 'All that are open'],
  'community.coverage': ['谁为这里说话（1+2+N）', 'Who speaks for this place (1+2+N)'],
  'community.postings': ['历次分片', 'Postings so far'],
  'community.posting': ['{{name}} · 自 {{from}}', '{{name}} · since {{from}}'],
  'community.posting.ended': ['{{name}} · {{from}} 至 {{to}}', '{{name}} · {{from}} to {{to}}'],
  'community.estates': ['小区楼院', 'Estates'],
  'community.estates.none': ['这个社区还没有登记小区。', 'No estate of this community is on record.'],
  'community.votes': ['业主表决', 'Votes of owners'],
  'community.votes.none': ['还没有业主表决。', 'The owners have not voted yet.'],
  'community.codes': ['张贴的二维码', 'Codes that hang here'],
  'community.codes.none': ['这里还没有二维码。', 'No code hangs here.'],
  'community.codes.print': ['打印 {{place}}', 'Print {{place}}'],
  'community.codes.stopped': ['已停用', 'no longer in use'],
  'community.visits': ['走访与活动', 'Visits and activities'],
  'estate.name': ['小区', 'Estate'],
  'estate.management': ['管理方式', 'Run by'],
  'estate.manager': ['物业单位', 'Manager'],
  'estate.households': ['户数', 'Households'],
  'estate.buildings': ['楼栋', 'Buildings'],
  'estate.elderly': ['60 岁以上', 'Sixty or older'],
  'estate.unknown': ['没有登记', 'not on record'],
  'estate.facts': ['基本情况', 'Facts'],
  'place.communities': ['社区', 'Communities'],
} as const satisfies Words;
