import type { Words } from '../../words/words.js';

/** 每月一题: what keeps coming back, taken up for a month (domain 4.5). */
export const THEMES_WORDS = {
  'themes.title': ['每月一题', 'Theme of the month'],
  'themes.candidates': ['{{month}} 反复出现的事', 'What came back in {{month}}'],
  'themes.candidates.none': ['这个月没有一类事重复三次以上。', 'No category has come back three times this month.'],
  'themes.repeats': ['重复 {{n}} 件', '{{n}} repeats'],
  'themes.communities': ['{{n}} 个社区', '{{n}} communities'],
  'themes.list': ['提出和定下的题', 'Themes proposed and ruled on'],
  'themes.none': ['还没有提出过。', 'None has been proposed yet.'],
  'themeState.PROPOSED': ['待定', 'proposed'],
  'themeState.APPROVED': ['已定', 'approved'],
  'themeState.REFUSED': ['未采用', 'refused'],
  'do.monthlyTheme.propose': ['提为每月一题', 'Propose a theme'],
  'do.monthlyTheme.approve': ['定题', 'Rule on it'],
} as const satisfies Words;
