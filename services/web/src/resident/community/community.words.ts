import { SURVEY_WORDS } from '../../words/survey.words.js';
import type { Words } from '../../words/words.js';

const WEEKDAYS = {
  'weekday.1': ['周一', 'Monday'],
  'weekday.2': ['周二', 'Tuesday'],
  'weekday.3': ['周三', 'Wednesday'],
  'weekday.4': ['周四', 'Thursday'],
  'weekday.5': ['周五', 'Friday'],
  'weekday.6': ['周六', 'Saturday'],
  'weekday.7': ['周日', 'Sunday'],
} as const satisfies Words;

export const COMMUNITY_WORDS = {
  ...WEEKDAYS,
  ...SURVEY_WORDS,
  'community.choose': ['您住在哪个社区', 'Where do you live'],
  'community.none': ['请选社区', 'Choose your community'],
  'community.missing': ['请选社区。', 'Please choose your community.'],
  'community.unknown': ['没有这个社区。', 'There is no such community.'],
  'community.title': ['我的社区', 'My community'],
  'community.members': ['为这里说话的委员', 'Members who speak for it'],
  'community.members.none': ['委员名单正在更新。', 'The list of members is being renewed.'],
  'community.member.fictional': ['示例', 'example'],
  'community.venues': ['可以坐下来谈的地方', 'Where to sit down and talk'],
  'community.venues.none': ['还没有登记的场地。', 'No venue is known yet.'],
  'community.sessions': ['谁都可以来的商量', 'Talks everybody may come to'],
  'community.sessions.none': ['近期没有安排。', 'None is planned.'],
  'community.topics': ['大家关心的事', 'What neighbours care about'],
  'community.days': ['{{from}}至{{to}} {{hours}}', '{{from}} to {{to}} {{hours}}'],
  'community.day': ['{{day}} {{hours}}', '{{day}} {{hours}}'],
} as const satisfies Words;
