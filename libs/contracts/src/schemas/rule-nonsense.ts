import { GRADES, type Grade } from '../grades.js';

interface Limit {
  kind: 'natural' | 'workingDays' | 'workingHours';
  amount: number;
  unit?: 'minutes' | 'hours' | 'days';
}

/** Steps that lie before, or check on, the work itself. */
const NEVER_LONGER_THAN_FEEDBACK = [
  ...(['accept', 'acknowledge', 'checkIn', 'firstContact', 'dispatch', 'returnWithin', 'verify', 'revisit'] as const),
];

export type GradeRules = Record<(typeof NEVER_LONGER_THAN_FEEDBACK)[number], Limit | null> & {
  feedback: Limit;
  extension: { atMost: Limit } | null;
  lookBackDays: readonly number[];
};

export interface Nonsense {
  path: string[];
  message: string;
}

const HOURS = { minutes: 1 / 60, hours: 1, days: 24, workingDays: 24, workingHours: 24 / 7 } as const;

/** Rough length in hours, to compare limits of different kinds: a working day, of seven working hours, counts as a day. */
const hoursOf = ({ kind, amount, unit }: Limit): number =>
  amount * HOURS[kind === 'natural' ? (unit ?? 'hours') : kind];

/** What cannot be meant: each field is fine by itself, together they are not. */
export const nonsenseIn = (grades: Record<Grade, GradeRules>): Nonsense[] =>
  GRADES.flatMap((grade) => nonsenseOf(grades[grade]).map((one) => ({ ...one, path: [grade, ...one.path] })));

function nonsenseOf(rules: GradeRules): Nonsense[] {
  const { feedback, extension, lookBackDays } = rules;
  const isLonger = (limit: Limit | null) => limit !== null && hoursOf(limit) > hoursOf(feedback);
  const isRising = lookBackDays.every((day, index) => index === 0 || day > lookBackDays[index - 1]!);
  return [
    ...NEVER_LONGER_THAN_FEEDBACK.filter((step) => isLonger(rules[step])).map((step) => ({
      path: [step],
      message: 'longer than the time for the feedback',
    })),
    ...(extension && isLonger(extension.atMost)
      ? [{ path: ['extension', 'atMost'], message: 'longer than the time for the feedback' }]
      : []),
    ...(isRising ? [] : [{ path: ['lookBackDays'], message: 'each day must be later than the one before' }]),
  ];
}
