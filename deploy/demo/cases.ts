import type { Grade, WhistleKind } from '@hsl/contracts/grades';
import type { SessionOutcome } from '@hsl/contracts/states';
import type { RungKind, Step } from '@hsl/contracts/steps';

/** The subdistrict whose rule set lives a day in half a minute. */
export const SUBDISTRICT = 'ys';

/** One matter of the demo (domain §6): what is blown, who handles it, what goes wrong, how it must end. */
export interface DemoCase {
  name: string;
  communityId: string;
  estateId?: string;
  place: string;
  kind: WhistleKind;
  categoryCode: string;
  /** Blown for the standing topic of its category. */
  hasTopic: boolean;
  facts: string;
  households: number;
  grade: Grade;
  leadId: string;
  supportingIds: string[];
  brief: string;
  /** What the sessions before the dispatch come to; a `none` is followed by a second one. */
  sessions?: readonly SessionOutcome[];
  /** What the lead reports, by round: a second one is needed where the first fails. */
  results: string[];
  /** The members asked first stay silent until MISSED; of the next two one comes. */
  isSilent?: true;
  /** The lead acknowledges only after its red card. */
  isLate?: true;
  /** Played while services are taken away: who cannot be reached is late, and a card is no fault of the case. */
  isDisturbed?: true;
  expected: Expected;
}

export interface Expected {
  state: 'CONCLUDED';
  /** Rungs that departments must have climbed; where it is empty they must have got no card at all. */
  departmentRungs: { step: Step; kind: RungKind }[];
}

const ON_TIME: Expected = { state: 'CONCLUDED', departmentRungs: [] };

/** K4: one topic, four communities; 城管局 leads. */
const parking = {
  kind: 'hardProblem',
  categoryCode: 'C1',
  hasTopic: true,
  grade: 'G3',
  leadId: 'YS-CGJ',
  supportingIds: ['YS-XFD', 'YS-GDG'],
  brief: '划设非机动车停放区，增设集中充电桩，清理飞线充电。',
  sessions: ['consensus'],
  expected: ON_TIME,
} as const satisfies Partial<DemoCase>;
const PARKING_DONE = '划设停放区并上墙标识，集中充电桩已通电，清理飞线 18 处。';

export const CASES: readonly DemoCase[] = [
  {
    ...parking,
    name: 'K4-聂寨',
    communityId: 'YS01',
    place: '聂寨社区东门',
    facts: '东门人行道停满电动车，居民从楼上拉线充电。',
    households: 18,
    results: [PARKING_DONE],
  },
  {
    ...parking,
    name: 'K4-颐苑',
    communityId: 'YS02',
    place: '颐苑社区 3 号楼前',
    facts: '3 号楼前消防通道被电动车占用，夜间尤甚。',
    households: 12,
    results: [PARKING_DONE],
  },
  {
    ...parking,
    name: 'K4-汇丰',
    communityId: 'YS03',
    place: '汇丰社区文化广场',
    facts: '文化广场周边非机动车乱停，充电线横穿步道。',
    households: 16,
    results: ['停放区已划线。', '补装充电桩 6 组，撤除横穿步道的充电线，划线全部完成。'],
  },
  {
    ...parking,
    name: 'K4-康乐',
    communityId: 'YS04',
    place: '康乐社区菜场入口',
    facts: '菜场入口电动车堵塞通道，老人出入不便。',
    households: 19,
    results: [PARKING_DONE],
  },
  {
    name: 'K3-鸿元小区',
    communityId: 'YS04',
    estateId: 'YS-E03',
    place: '2 号楼 1 单元',
    kind: 'hardProblem',
    categoryCode: 'C3',
    hasTopic: true,
    facts: '六层老楼没有电梯，高层老人下楼难；一楼住户担心采光，几次商量没有结果。',
    households: 12,
    grade: 'G4',
    leadId: 'YS-ZJJ',
    supportingIds: ['YS-ZRJ', 'YS-SCJ', 'YS-CZJ', 'YS-GDG'],
    brief: '形成各方都能接受的加装方案，办好规划、质监、补贴和用电手续。',
    sessions: ['none', 'partial'],
    results: ['方案经 12 户签字同意，一楼补偿已谈妥，规划、质监、补贴、用电手续齐备，已开工。'],
    expected: ON_TIME,
  },
  {
    name: '迟办-金苑',
    communityId: 'YS05',
    place: '金苑社区 5 号楼地下室',
    kind: 'jointEnforcement',
    categoryCode: 'C1',
    hasTopic: false,
    facts: '地下室私设电动车充电点，线路老化，有火灾隐患。',
    households: 15,
    // Its limits run in natural time, so that the silence lasts half a minute on every day of the year; the routing
    // table names its units.
    grade: 'G2',
    leadId: 'YS-CGJ',
    supportingIds: ['YS-XFD', 'YS-GDG'],
    brief: '关停私设充电点，整改线路。',
    results: ['私设充电点已拆除，线路整改完毕，复查合格。'],
    isSilent: true,
    isLate: true,
    expected: {
      state: 'CONCLUDED',
      departmentRungs: [
        { step: 'acknowledge', kind: 'reminder' },
        { step: 'acknowledge', kind: 'yellowCard' },
        { step: 'acknowledge', kind: 'redCard' },
      ],
    },
  },
];
