import type { Words } from '../../words/words.js';
import type { ViewName } from './activity-views.js';

const VIEWS: Record<`activities.view.${ViewName}`, readonly [string, string]> = {
  'activities.view.visits': ['走访', 'Visits'],
  'activities.view.campaigns': ['专项行动', 'Campaigns'],
  'activities.view.tours': ['社区观摩', 'Tours'],
  'activities.view.held': ['座谈与活动', 'Symposia and events'],
  'activities.view.micro': ['微活动', 'Small activities'],
  'activities.view.donations': ['捐赠', 'Donations'],
};

const EMPTY: Record<`activities.empty.${ViewName}`, readonly [string, string]> = {
  'activities.empty.visits': ['还没有走访记录。', 'No visit is on record.'],
  'activities.empty.campaigns': ['还没有专项行动。', 'There is no campaign yet.'],
  'activities.empty.tours': ['还没有观摩安排。', 'No tour is planned.'],
  'activities.empty.held': ['还没有座谈或活动。', 'Nothing is planned or held.'],
  'activities.empty.micro': ['还没有微活动。', 'No small activity is on record.'],
  'activities.empty.donations': ['还没有捐赠记录。', 'No donation is on record.'],
};

const DOINGS = {
  'do.visit.record': ['记一次走访', 'Record a visit'],
  'do.campaign.plan': ['安排专项行动', 'Plan a campaign'],
  'do.campaign.approve': ['同意', 'Approve'],
  'do.campaign.record': ['记一次', 'Record one'],
  'do.campaign.respondInvitation': ['答复邀请', 'Answer the invitation'],
  'do.campaign.close': ['结束行动', 'Close the campaign'],
  'do.communityTour.close': ['结束观摩', 'Close the tour'],
  'do.activity.cancel': ['取消活动', 'Call it off'],
  'do.communityTour.plan': ['安排观摩', 'Plan a tour'],
  'do.communityTour.recordFinding': ['记观摩所见', 'Record a finding'],
  'do.activity.plan': ['安排活动', 'Plan an event'],
  'do.activity.recordAttendance': ['记到场', 'Record who came'],
  'do.microActivity.record': ['记微活动', 'Record a small activity'],
  'do.donation.record': ['记捐赠', 'Record a donation'],
} as const satisfies Words;

const FIELDS = {
  'field.on': ['哪一天', 'Day'],
  'field.said': ['听实话（听到什么）', 'What people said'],
  'field.seen': ['察实情（看到什么）', 'What was seen'],
  'field.achieved': ['求实效（办成什么）', 'What came of it'],
  'field.kind': ['类别', 'Kind'],
  'field.title': ['标题', 'Title'],
  'field.startsOn': ['开始日期', 'First day'],
  'field.endsOn': ['结束日期', 'Last day'],
  'field.target': ['目标（次）', 'Target'],
  'field.invited': ['邀请委员', 'Members invited'],
  'field.isAccepted': ['参加不参加', 'Will you come'],
  'field.finding': ['所见', 'Finding'],
  'field.heldOn': ['日期', 'Day'],
  'field.venue': ['地点', 'Place'],
  'field.trade': ['行业', 'Trade'],
  'field.attendingMembers': ['到会委员', 'Members who came'],
  'field.headCount': ['到场人数', 'People who came'],
  'field.tookPlaceOn': ['实际日期', 'Day it was held'],
  'field.attendance': ['人数', 'People'],
  'field.speaker': ['主讲', 'Speaker'],
  'field.questionnaire': ['问卷', 'Questionnaire'],
  'field.sample': ['样本（人）', 'People asked'],
  'field.parties': ['各方', 'Parties'],
  'field.agreement': ['约定', 'Agreement'],
  'field.beneficiaries': ['受益人数', 'People helped'],
  'field.valueYuan': ['价值（元）', 'Value (yuan)'],
  'field.campaign': ['为哪项活动', 'For what'],
  'field.goods': ['物品', 'Goods'],
} as const satisfies Words;

const KINDS = {
  'invitation.true': ['参加', 'I will'],
  'invitation.false': ['不参加', 'I will not'],
  'campaignKind.visit': ['走访', 'visits'],
  'campaignKind.survey': ['调研', 'survey'],
  'campaignKind.seekAdvice': ['问计', 'seeking advice'],
  'activityKind.siteMeeting': ['现场会', 'site meeting'],
  'activityKind.symposium': ['座谈会', 'symposium'],
  'activityKind.industrySymposium': ['行业座谈', 'symposium of a trade'],
  'activityKind.openDay': ['开放日', 'open day'],
  'activityKind.service': ['便民服务', 'service to residents'],
  'microKind.lecture': ['微讲堂', 'lecture'],
  'microKind.survey': ['微调研', 'survey'],
  'microKind.deliberation': ['微协商', 'talk'],
  'microKind.charity': ['微公益', 'charity'],
  'donationKind.money': ['捐款', 'money'],
  'donationKind.goods': ['捐物', 'goods'],
} as const satisfies Words;

const STATES = {
  'entry.PLANNED': ['已安排', 'planned'],
  'entry.RUNNING': ['进行中', 'running'],
  'entry.CLOSED': ['已结束', 'closed'],
  'entry.UNDER_WAY': ['进行中', 'under way'],
  'entry.HELD': ['已举行', 'held'],
  'entry.CANCELLED': ['已取消', 'called off'],
  'entry.RECORDED': ['已记录', 'on record'],
} as const satisfies Words;

export const ACTIVITIES_WORDS = {
  ...VIEWS,
  ...EMPTY,
  ...DOINGS,
  ...FIELDS,
  ...KINDS,
  ...STATES,
  'activities.title': ['走访与活动', 'Visits and activities'],
  'activities.views': ['看哪一类', 'Which kind'],
  'activities.community': ['按所在地看', 'By place'],
  'activities.more': ['详情', 'Details'],
  'campaign.progress': ['{{n}}/{{target}} 次', '{{n}} of {{target}}'],
  'campaign.days': ['{{from}} 至 {{to}}', '{{from}} to {{to}}'],
  'tour.progress': ['{{n}}/{{total}} 个社区', '{{n}} of {{total}} communities'],
  'activity.heads': ['到场 {{n}} 人', '{{n}} people came'],
  'donation.value': ['{{yuan}} 元', '{{yuan}} yuan'],
  'visit.title': ['走访记录', 'Visit'],
  'visit.by': ['{{community}} · {{day}} · {{member}}', '{{community}} · {{day}} · {{member}}'],
  'visit.place': ['{{community}} · {{day}}', '{{community}} · {{day}}'],
} as const satisfies Words;
