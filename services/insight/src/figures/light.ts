import type { LightsAnswer } from '@hsl/contracts/schemas/figures';
import type { Words } from './figure-definition.js';

type Colour = LightsAnswer['items'][number]['light'];

export interface LightFacts {
  /** I4 and I7 in percent; null where nothing was due or revisited. */
  onTime: number | null;
  satisfied: number | null;
  /** Open for more than three working days. */
  openRedCards: number;
}

interface LightRule {
  light: Exclude<Colour, 'green'>;
  applies: (facts: LightFacts) => boolean;
  reason: (facts: LightFacts) => Words;
}

const below = (value: number | null, limit: number): boolean => value !== null && value < limit;

/** I24: the first that applies decides. What rests on nothing cannot be bad. */
const RULES: readonly LightRule[] = [
  {
    light: 'red',
    applies: ({ openRedCards }) => openRedCards > 0,
    reason: ({ openRedCards: n }) => [
      `${n} 张红牌超过 3 个工作日未销`,
      `${n} red cards open for more than 3 working days`,
    ],
  },
  {
    light: 'red',
    applies: ({ onTime }) => below(onTime, 90),
    reason: ({ onTime }) => [`按时办结率 ${onTime}%，低于 90%`, `Fed back on time ${onTime} %, below 90 %`],
  },
  {
    light: 'amber',
    applies: ({ onTime }) => below(onTime, 95),
    reason: ({ onTime }) => [`按时办结率 ${onTime}%，低于 95%`, `Fed back on time ${onTime} %, below 95 %`],
  },
  {
    light: 'amber',
    applies: ({ satisfied }) => below(satisfied, 85),
    reason: ({ satisfied }) => [`满意率 ${satisfied}%，低于 85%`, `Satisfied ${satisfied} %, below 85 %`],
  },
];
const GREEN: Words = ['各项达标', 'Nothing below its mark'];

export function lightOf(facts: LightFacts): { light: Colour; reason: { zh: string; en: string } } {
  const rules = RULES.filter(({ applies }) => applies(facts));
  const light = rules[0]?.light ?? 'green';
  const reasons = rules.filter((rule) => rule.light === light).map(({ reason }) => reason(facts));
  const told = reasons.length === 0 ? [GREEN] : reasons;
  return { light, reason: { zh: told.map(([zh]) => zh).join('；'), en: told.map(([, en]) => en).join('; ') } };
}
