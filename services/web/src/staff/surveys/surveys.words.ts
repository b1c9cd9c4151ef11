import type { Words } from '../../words/words.js';
import { SURVEY_WORDS } from '../../words/survey.words.js';

export const SURVEYS_WORDS = {
  ...SURVEY_WORDS,
  'surveys.half': ['{{year}} 年{{half}}', '{{year}}, {{half}}'],
  'surveys.half.1': ['上半年', 'first half'],
  'surveys.half.2': ['下半年', 'second half'],
  'surveys.none': ['这半年还没有问卷。', 'There is no survey in this half year.'],
  'surveys.community': ['社区', 'Community'],
  'surveys.days': ['起止', 'From and to'],
  'surveys.answers': ['答卷', 'Answers'],
  'do.residentSurvey.open': ['发起问卷', 'Open the survey'],
} as const satisfies Words;
