import type { SuggestionReason } from '@hsl/contracts/suggestions';
import type { Words } from '../../words/words.js';

const REASONS: Record<`similarReason.${SuggestionReason}`, readonly [string, string]> = {
  'similarReason.sameCategoryAndEstate': ['同类、同小区', 'same category and estate'],
  'similarReason.sameCategoryAndPlace': ['同类、同地点', 'same category and place'],
  'similarReason.similarText': ['说法相近', 'similar words'],
};

export const COMPARE_WORDS = {
  ...REASONS,
  'compare.title': ['并件比对', 'Compare before merging'],
  'compare.table': ['两件对照', 'Both side by side'],
  'compare.what': ['项目', 'What'],
  'compare.state': ['环节', 'State'],
  'compare.grade': ['定级', 'Grade'],
  'compare.level': ['哨级', 'Level'],
  'compare.category': ['分类', 'Category'],
  'compare.community': ['社区', 'Community'],
  'compare.estate': ['小区', 'Estate'],
  'compare.place': ['地点', 'Place'],
  'compare.facts': ['事情', 'Matter'],
  'compare.households': ['受影响户数', 'Households'],
  'compare.blownAt': ['吹哨时间', 'Blown'],
  'compare.dueAt': ['期限', 'Due'],
  'compare.departments': ['单位', 'Departments'],
  'compare.reporters': ['反映人', 'Reporters'],
  'compare.different': ['不同', 'differs'],
  'compare.score': ['文字相似度 {{score}}', 'Similarity of the texts {{score}}'],
  'compare.noReason': ['没有迹象表明是同一件。', 'Nothing suggests that they are one matter.'],
  'compare.effect': ['并入 {{number}} 后', 'After merging into {{number}}'],
  'compare.effect.grade': ['定级取高：{{grade}}', 'the higher grade: {{grade}}'],
  'compare.effect.due': ['反馈期限取早：{{at}}', 'the earlier deadline: {{at}}'],
  'compare.effect.noDue': ['还没有派单，期限不变', 'no feedback is owed yet, deadlines stay'],
  'compare.effect.reporters': ['一并答复 {{n}} 位反映人', '{{n}} reporters are answered together'],
  'compare.swap': ['换个方向：把 {{number}} 并过来', 'The other way: merge {{number}} into this one'],
  'compare.notNow': ['现在不能并件：{{reason}}', 'Cannot be merged now: {{reason}}'],
  'compare.merged': ['已并入 {{number}}。', 'Merged into {{number}}.'],
  'compare.distinct': ['{{at}} 已认定不是同一件。', 'Found not to be the same matter at {{at}}.'],
  'compare.notSame': ['不是同一件', 'Not the same'],
  'compare.hints': ['可能是同一件', 'May be the same matter'],
  'compare.open': ['比对', 'Compare'],
  'do.whistle.mergeHere': ['并为一件', 'Merge'],
} as const satisfies Words;
