import { STOPPED, share, TASKS, ACCEPTED, type FigureRow } from './figure-row.js';

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

/** Whistles, before the talks (I17, I18). */
export const WHISTLE_ROWS: readonly FigureRow[] = [
  [
    'I17',
    'percent',
    share('ownFinding'),
    ['未诉先办率', 'Own findings'],
    ['走访、观摩、回头看自行发现的', 'Found on a visit or a tour, or by a look-back'],
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
];

/** Cards, the score of departments, and the quality of the data (I20, I21, I26). */
export const WHOLE_ROWS: readonly FigureRow[] = [
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
    'I21',
    'points',
    {
      is: 'ruled',
      parts: [
        { id: 'I8', weight: 'overall', points: (value) => value },
        { id: 'I4', weight: 'onTime', points: (value) => value },
        { id: 'I21.rating', weight: 'communityRating', points: (value) => 20 * value },
        { id: 'I20', weight: 'cards', points: (value) => 100 - Math.min(100, value) },
      ],
    },
    ['部门评分', 'Score of a department'],
    [
      '综合得分、按时办结率、20×社区评分、100－红黄牌，按规则集的权重',
      'I8, I4, 20 × community rating, 100 − I20, weighed as the rules say',
    ],
    ['—', '—'],
  ],
  [
    'I21.rating',
    'points',
    { is: 'mean', of: 'rating' },
    ['社区评分', 'Community rating'],
    ['社区所打的分（1–5）之和', 'Sum of what communities gave, 1 to 5'],
    ['社区评过的任务', 'Tasks rated by their community'],
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
  [
    'I26.evidence',
    'percent',
    share('evidence'),
    ['证据率', 'Evidence rate'],
    ['附有证据的反馈', 'Feedbacks that show evidence'],
    ['收到的反馈', 'Feedbacks taken in'],
  ],
  [
    'I26.photographed',
    'percent',
    share('photographed'),
    ['照片文件率', 'Evidence with files'],
    ['附有照片或文件的反馈', 'Feedbacks with photos or papers'],
    ['收到的反馈', 'Feedbacks taken in'],
  ],
];
