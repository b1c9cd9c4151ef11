import type { Basis, FigureDefinition, Words } from './figure-definition.js';

/** One line of the table of figures. */
export type FigureRow = readonly [
  id: string,
  unit: FigureDefinition['unit'],
  basis: Basis,
  name: Words,
  numerator: Words,
  denominator: Words,
  exclusions?: Words,
];

export const ENDED_OTHERWISE: Words = [
  '不含已并案、已撤回、不予受理的',
  'Without merged, withdrawn and not accepted ones',
];
export const NOTHING: Words = ['无', 'None'];
const STOPPED: Words = [
  '不含已并案、已撤回、不予受理、已退回或停办、挂账的',
  'Without merged, withdrawn, not accepted, returned, stopped and ledgered ones',
];
const share = (of: Extract<Basis, { is: 'share' }>['of']): Basis => ({ is: 'share', of });
const TASKS: Words = ['派出的任务', 'Tasks dispatched'];
const ACCEPTED: Words = ['期内受理的哨', 'Whistles accepted in the period'];
const VALID: Words = ['有效回访', 'Valid revisits'];

/** Response, pace and result (I1–I8). */
export const RESPONSE_ROWS: readonly FigureRow[] = [
  [
    'I1',
    'percent',
    share('response'),
    ['响应率', 'Response rate'],
    ['按时签收且按时联系居民', 'Acknowledged on time and resident contacted on time'],
    ['应响应', 'Due'],
    STOPPED,
  ],
  [
    'I2',
    'percent',
    share('acknowledgement'),
    ['签收及时率', 'Acknowledged on time'],
    ['按时签收', 'Acknowledged on time'],
    ['应签收', 'Acknowledgements due'],
    STOPPED,
  ],
  [
    'I3',
    'percent',
    share('checkIn'),
    ['委员报到率', 'Members’ check-in rate'],
    ['被点名委员本人按时报到', 'Check-ins on time by the member asked'],
    ['发出的报到请求；替补算未报到', 'Check-ins requested; a substitution is a miss'],
    ['不含并案、撤回后免去的', 'Without those dismissed with their matter'],
  ],
  [
    'I4',
    'percent',
    share('feedback'),
    ['按时办结率', 'Fed back on time'],
    ['在（延期后）时限内收到合格反馈', 'Feedback taken in at or before the (extended) deadline'],
    ['应反馈，返工另计', 'Feedbacks due; a rework is one more'],
    STOPPED,
  ],
  ['I5', 'percent', share('conclusion'), ['办结率', 'Concluded'], ['已办结', 'Concluded'], ACCEPTED],
  ['I6', 'percent', share('solved'), ['解决率', 'Solved'], ['已解决＋0.5×部分解决', 'Yes + 0.5 × partly'], VALID],
  [
    'I7',
    'percent',
    share('satisfied'),
    ['满意率', 'Satisfied'],
    ['满意＋0.9×基本满意', 'Satisfied + 0.9 × basically satisfied'],
    VALID,
  ],
  [
    'I8',
    'points',
    {
      is: 'weighted',
      parts: [
        ['I1', 0.1],
        ['I6', 0.5],
        ['I7', 0.4],
      ],
    },
    ['综合得分', 'Overall score'],
    ['10%响应率＋50%解决率＋40%满意率', '10 % I1 + 50 % I6 + 40 % I7'],
    ['—', '—'],
  ],
  [
    'I8.even',
    'points',
    {
      is: 'weighted',
      parts: [
        ['I1', 0.3],
        ['I6', 0.35],
        ['I7', 0.35],
      ],
    },
    ['综合得分（30/35/35）', 'Overall score (30/35/35)'],
    ['30%响应率＋35%解决率＋35%满意率', '30 % I1 + 35 % I6 + 35 % I7'],
    ['—', '—'],
  ],
];

/** Proposals (I9–I12). */
export const PROPOSAL_ROWS: readonly FigureRow[] = [
  [
    'I9',
    'percent',
    share('reply'),
    ['答复率', 'Reply rate'],
    ['按时答复', 'Replied on time'],
    ['应答复的提案', 'Proposals due'],
    ['不含撤回的', 'Without withdrawn ones'],
  ],
  [
    'I10',
    'percent',
    share('meeting'),
    ['见面率', 'Meeting rate'],
    ['答复前有见面记录', 'Meeting recorded before the reply'],
    ['已答复的提案', 'Proposals replied to'],
    ['不含撤回的', 'Without withdrawn ones'],
  ],
  [
    'I11',
    'percent',
    share('proposalRating'),
    ['提案满意度', 'Satisfaction with replies'],
    ['满意＋基本满意', 'Satisfied and basically satisfied'],
    ['收回的评价表', 'Returned forms'],
    ['未收回的评价表', 'Forms not returned'],
  ],
  [
    'I11.returned',
    'percent',
    share('proposalForm'),
    ['评价表回收率', 'Return rate of forms'],
    ['已收回', 'Returned'],
    ['已收回或已过期的评价表', 'Forms returned or lapsed'],
    ['不含撤回的', 'Without withdrawn ones'],
  ],
  ...(['A', 'B', 'C', 'D'] as const).map((letter): FigureRow => [
    `I12.${letter}`,
    'percent',
    share(`class${letter}`),
    [`提案落实：${letter}类`, `Replies of class ${letter}`],
    [`${letter}类答复`, `Replies of class ${letter}`],
    ['已答复的提案', 'Proposals replied to'],
    ['不含撤回的', 'Without withdrawn ones'],
  ]),
];

/** Returns, repeats, more time, pace (I13–I16). */
export const COURSE_ROWS: readonly FigureRow[] = [
  ['I13.returns', 'percent', share('taskReturn'), ['退单率', 'Return rate'], ['退单次数', 'Returns asked for'], TASKS],
  [
    'I13.refused',
    'percent',
    share('refusedReturn'),
    ['误退率', 'Wrongful returns'],
    ['被驳回的退单', 'Returns refused'],
    ['退单', 'Returns asked for'],
  ],
  [
    'I13.reassigned',
    'percent',
    share('reassigned'),
    ['二次转派率', 'Passed on'],
    ['转给另一单位的任务', 'Tasks that went on to another unit'],
    TASKS,
  ],
  [
    'I14.repeats',
    'percent',
    share('repeat'),
    ['重复率', 'Repeats'],
    ['办结90天内重复的', 'Repeats within 90 days'],
    ACCEPTED,
  ],
  [
    'I14.rebounds',
    'percent',
    share('rebound'),
    ['反弹率', 'Rebounds'],
    ['反弹', 'Rebounds'],
    ['已完成的回头看', 'Look-backs done'],
  ],
  [
    'I15.extended',
    'percent',
    share('extension'),
    ['延期率', 'Extended'],
    ['延期的', 'Extended'],
    ['应反馈', 'Feedbacks due'],
    STOPPED,
  ],
  [
    'I15.ledgered',
    'percent',
    share('ledgering'),
    ['挂账率', 'Ledgered'],
    ['列入台账的', 'Entered in the ledger'],
    ACCEPTED,
  ],
  [
    'I15.milestones',
    'percent',
    share('milestone'),
    ['按期销账率', 'Milestones on date'],
    ['按期完成的节点', 'Milestones on date'],
    ['期内完成或首次逾期的节点', 'Milestones done, or first missed, in the period'],
  ],
  ...(
    [
      ['accept', 'acceptHours', '受理', 'until accepted'],
      ['acknowledge', 'acknowledgeHours', '签收', 'until acknowledged'],
      ['feedback', 'feedbackHours', '反馈', 'until fed back'],
      ['whole', 'wholeHours', '全程', 'until concluded'],
    ] as const
  ).flatMap(([name, of, zh, en]): FigureRow[] => [
    [
      `I16.${name}.median`,
      'hours',
      { is: 'quantile', of, q: 0.5 },
      [`${zh}时长中位数`, `Median working hours ${en}`],
      ['工作小时中位数', 'Median of working hours'],
      ['期内完成的', 'Done in the period'],
    ],
    [
      `I16.${name}.p90`,
      'hours',
      { is: 'quantile', of, q: 0.9 },
      [`${zh}时长九成位`, `90 % of working hours ${en}`],
      ['九成不超过的工作小时', 'Working hours that 9 of 10 do not exceed'],
      ['期内完成的', 'Done in the period'],
    ],
  ]),
];

/** Whistles, sessions, cards, quality of the data (I17–I20, I26). */
export const WHOLE_ROWS: readonly FigureRow[] = [
  [
    'I17',
    'percent',
    share('ownFinding'),
    ['未诉先办率', 'Own findings'],
    ['回头看自行发现的', 'Found by a look-back'],
    ['全部的哨', 'All whistles'],
  ],
  [
    'I18.valid',
    'percent',
    share('blown'),
    ['有效吹哨率', 'Valid whistles'],
    ['已受理', 'Accepted'],
    ['已吹哨', 'Blown'],
    ['不含已并案、已撤回的', 'Without merged and withdrawn ones'],
  ],
  [
    'I18.households',
    'perThousandHouseholds',
    { is: 'perHouseholds', of: 'blown', per: 1000 },
    ['千户吹哨数', 'Whistles per 1,000 households'],
    ['吹哨数', 'Whistles blown'],
    ['户数（千）', 'Households, in thousands'],
    ['不含已并案、已撤回的', 'Without merged and withdrawn ones'],
  ],
  ['I19.sessions', 'count', { is: 'sum', of: 'session' }, ['议事场次', 'Sessions'], ['已召开', 'Held'], ['—', '—']],
  [
    'I19.thematic',
    'count',
    { is: 'sum', of: 'thematicSession' },
    ['专题议事场次', 'Thematic sessions'],
    ['已召开', 'Held'],
    ['—', '—'],
    NOTHING,
  ],
  [
    'I19.participants',
    'count',
    { is: 'sum', of: 'participants' },
    ['专题议事参加人次', 'Participants of thematic sessions'],
    ['到场人次', 'People present'],
    ['—', '—'],
    NOTHING,
  ],
  [
    'I19.consensus',
    'percent',
    share('consensus'),
    ['达成共识率', 'Consensus rate'],
    ['达成共识', 'Came to a consensus'],
    ['已结束的议事', 'Sessions ended'],
  ],
  [
    'I20',
    'perHundred',
    { is: 'rate', of: 'penalty', over: 'taskReturn', per: 100 },
    ['部门红黄牌', 'Cards of departments'],
    ['黄牌×1＋红牌×3＋督办×5', 'Yellow × 1 + red × 3 + supervise order × 5'],
    ['每百件任务', 'Per 100 tasks'],
    ['牌不因并案撤回而免', 'Cards stay counted whatever became of the matter'],
  ],
  [
    'I26.validRevisits',
    'percent',
    share('validRevisit'),
    ['有效回访率', 'Valid revisits'],
    ['居民已答复', 'Resident answered'],
    ['已结束的回访', 'Revisits ended'],
  ],
  [
    'I26.unreached',
    'percent',
    share('unreached'),
    ['联系不上率', 'Unreached'],
    ['三次未联系上', 'Three attempts in vain'],
    ['已结束的回访', 'Revisits ended'],
  ],
];
