import type { Words } from './words.js';

/** The half-yearly survey of residents (S96), as residents and as staff read it. */
export const SURVEY_WORDS = {
  'survey.title': ['居民问卷', 'Residents’ survey'],
  'survey.help': [
    '六道题，一分钟答完；不留名，每部手机算一次。{{day}}截止。',
    'Six questions, one minute; no name, once for each phone. Until {{day}}.',
  ],
  'survey.q.safety': ['住得安全吗', 'Do you feel safe here?'],
  'survey.q.environment': ['环境卫生怎么样', 'How clean is it?'],
  'survey.q.services': ['办事方便吗', 'Is it easy to get things done?'],
  'survey.q.neighbours': ['邻里关系怎么样', 'How do neighbours get along?'],
  'survey.q.beingHeard': ['反映的事有人管吗', 'Are you heard?'],
  'survey.q.overall': ['总的来说满意吗', 'All in all, are you content?'],
  'survey.score.5': ['很好', 'very good'],
  'survey.score.4': ['较好', 'good'],
  'survey.score.3': ['一般', 'fair'],
  'survey.score.2': ['较差', 'poor'],
  'survey.score.1': ['很差', 'bad'],
  'survey.send': ['交卷', 'Send'],
  'survey.missing': ['还有题没答。', 'Some questions have no answer yet.'],
  'survey.thanks': ['已经收到，谢谢您。', 'We have your answers, thank you.'],
} as const satisfies Words;
