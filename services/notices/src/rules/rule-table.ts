import { CHANNELS_BY_URGENCY, groupOf } from '@hsl/contracts/notice-channels';
import type { LadderLine, NoticeAudience, NoticeRuleLine, NoticeRuleTable } from '@hsl/contracts/schemas/notice-rules';
import { RUNG_EVENT_TYPES } from '@hsl/contracts/events/ladder-events';
import { RUNG_KINDS, STEPS } from '@hsl/contracts/steps';
import { LADDER_AUDIENCES, type Audience } from '@hsl/domain/ladder-audiences';
import type { Locale } from '@hsl/platform/locale';
import { conditionText } from '../words/condition-words.js';
import { kindText } from '../words/kind-text.js';
import type { NoticeRule } from './notice-rule.js';
import { NOTICED_EVENTS, NOTICE_RULES } from './notice-rules.js';

/** The tables by which people are told, as people read them. */
export function ruleTable(locale: Locale): NoticeRuleTable {
  const rulesOf = (event: (typeof NOTICED_EVENTS)[number]) => NOTICE_RULES[event] as readonly NoticeRule[];
  return {
    items: NOTICED_EVENTS.flatMap((event) => rulesOf(event).map((rule) => lineOf(event, rule, locale))),
    ladder: STEPS.map(ladderLineOf),
    silent: NOTICED_EVENTS.filter((event) => rulesOf(event).length === 0),
  };
}

function lineOf(event: string, { kind, urgency, to, when, channels }: NoticeRule, locale: Locale): NoticeRuleLine {
  const condition = conditionText(when, locale);
  return {
    ...{ event, kind, urgency, group: groupOf(kind), text: kindText(kind, locale) },
    ...(condition === undefined ? {} : { when: condition }),
    byLadder: to === 'ladder',
    to: to === 'ladder' ? [] : to.map(audienceOf),
    channels: [...(channels ?? CHANNELS_BY_URGENCY[urgency])],
  };
}

const ladderLineOf = (step: (typeof STEPS)[number]): LadderLine => ({
  step,
  rungs: RUNG_KINDS.map((rung) => ({ rung, to: LADDER_AUDIENCES[step][RUNG_EVENT_TYPES[rung]].map(audienceOf) })),
});

const audienceOf = ({ posts, of }: Audience): NoticeAudience => ({ roles: [...posts], of });
