import type { FigureRow } from './figure-row.js';

const EACH_ONCE: FigureRow[5] = ['—', '—'];

/** What the site meeting says beside the indicators (S67, S69, S71). */
export const HEADLINE_ROWS: readonly FigureRow[] = [
  [
    'S67',
    'count',
    { is: 'distinct', of: 'tookPart', by: 'member' },
    ['参与的委员和专家', 'Members and experts who took part'],
    ['报到或参加协商的，各计一次', 'Checked in, or sat in a session, each once'],
    EACH_ONCE,
  ],
  [
    'S69',
    'count',
    { is: 'distinct', of: 'departmentTook', by: 'department' },
    ['参与的部门', 'Departments that took part'],
    ['反馈过或参加协商的，各计一次', 'Fed back, or signed in at a session, each once'],
    EACH_ONCE,
  ],
  [
    'S71',
    'count',
    { is: 'sum', of: 'resolved' },
    ['解决的难题', 'Matters resolved'],
    ['以“办好了”办结的哨', 'Whistles concluded as resolved'],
    EACH_ONCE,
  ],
];

/** S7: the briefing of a site meeting, S67 to S74 in their order, with what a rate of proposals rests on. */
export const BRIEFING: readonly string[] = [
  ...['S67', 'I19.participants', 'S69', 'I19.thematic', 'S71'],
  ...['I9', 'I10', 'I11', 'I11.returned'],
];
