import { NOTHING, share, type FigureRow } from './figure-row.js';

const ENDED: FigureRow[5] = ['已结束的议事', 'Sessions ended'];
const COMMUNITIES: FigureRow[5] = ['全部社区', 'All communities'];

/** 议事 (I19). */
export const TALK_ROWS: readonly FigureRow[] = [
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
    { is: 'sum', of: 'attendance' },
    ['议事参加人次', 'Participants of sessions'],
    ['到场人次', 'People present'],
    ['—', '—'],
  ],
  [
    'I19.departments',
    'count',
    { is: 'distinct', of: 'departmentCame', by: 'department' },
    ['参加议事的部门', 'Departments at sessions'],
    ['签到的部门，各计一次', 'Departments that signed in, each once'],
    ['—', '—'],
  ],
  [
    'I19.consensus',
    'percent',
    share('consensus'),
    ['达成共识率', 'Consensus rate'],
    ['达成共识', 'Came to a consensus'],
    ENDED,
  ],
  [
    'I19.conversion',
    'percent',
    share('converted'),
    ['成果转化率', 'Conversion rate'],
    ['转为提案、任务、项目或报告的', 'Became a proposal, a task, a project or a report'],
    ENDED,
  ],
  [
    'I19.adoption',
    'percent',
    share('suggestion'),
    ['建议采纳率', 'Adoption of suggestions'],
    ['已采纳', 'Adopted'],
    ['期内已决定的建议', 'Suggestions decided on in the period'],
    NOTHING,
  ],
  [
    'I19.coverage',
    'percent',
    { is: 'coverage', of: 'communityTalked' },
    ['议事覆盖率', 'Communities with sessions'],
    ['召开过议事的社区，各计一次', 'Communities that held a session, each once'],
    COMMUNITIES,
  ],
  [
    'I19.compliance',
    'percent',
    { is: 'withoutGap', of: 'coverageGap' },
    ['“1+2+N”达标率', '1+2+N compliance'],
    [
      '期末不缺委员、不缺群体的社区；案例为期内的缺额变化',
      'Communities that lack nothing at the end; cases are changes',
    ],
    COMMUNITIES,
    NOTHING,
  ],
];
