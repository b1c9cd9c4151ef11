import { GRADES } from '@hsl/contracts/grades';
import { RUNG_KINDS } from '@hsl/contracts/steps';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { ladder } from '@hsl/domain/ladder';
import type { Limit } from '@hsl/domain/limit';
import { DEFAULT_RULE_SET, type GradeLimits } from '@hsl/domain/rule-set';

const { grades, steps, thresholds, proposals } = DEFAULT_RULE_SET;

/** The limits of a grade in the order of its life, each as people write it. */
const CELLS: readonly (readonly [string, (limits: GradeLimits) => string])[] = [
  ['accept', ({ accept }) => limitText(accept)],
  ['acknowledge', ({ acknowledge }) => limitText(acknowledge)],
  ['checkIn', ({ checkIn }) => limitText(checkIn)],
  ['firstContact', ({ firstContact }) => limitText(firstContact)],
  ['dispatch', ({ dispatch }) => limitText(dispatch)],
  ['return within', ({ returnWithin }) => (returnWithin ? limitText(returnWithin) : 'none')],
  ['feedback', ({ feedback }) => limitText(feedback)],
  [
    'extension',
    ({ extension }) => (extension ? `${extension.times} × at most ${limitText(extension.atMost)}` : 'none'),
  ],
  ['verify', ({ verify }) => limitText(verify)],
  ['revisit', ({ revisit }) => limitText(revisit)],
  ['lookBack', ({ lookBackDays }) => `day ${lookBackDays.join(', ')}`],
];

/** One feedback of five working days, told with its whole ladder. */
const EXAMPLE = { start: Date.parse('2026-03-02T10:00:00+08:00'), limit: grades.G3.feedback };

/** The second half of `docs/lifecycle.md`: clocks and ladder, from the rule set that runs them. */
export const clocksMarkdown = (): string => `## Clocks

From \`DEFAULT_RULE_SET\`. G1 and G2 run in natural time, G3 and G4 by the official calendar (08:30–12:00 and
14:30–18:00 on working days, Asia/Shanghai). A matter keeps the version of the rule set it was accepted under.

| Step | ${GRADES.join(' | ')} |
|---|${GRADES.map(() => '---|').join('')}
${CELLS.map(([name, text]) => `| ${name} | ${GRADES.map((grade) => text(grades[grade])).join(' | ')} |`).join('\n')}

Steps that take as long for every grade:

| Step | Limit |
|---|---|
${rows<Limit>(steps, limitText)}

Steps of a proposal:

| Step | Limit |
|---|---|
${rows<Limit>(proposals, limitText)}

Numbers that decide:

| Threshold | Value |
|---|---|
${rows<number>(thresholds, String)}

## The ladder

Every late step climbs it, each rung once, in order, until the deed. Who hears of which rung is the table
\`LADDER_AUDIENCES\` of the notices service. As an example a feedback of a G3 matter that starts on Monday, 2 March 2026 at
10:00:

| Rung | Kind | Fires at |
|---|---|---|
${ladder(EXAMPLE.start, EXAMPLE.limit, CHINA_CALENDAR)
  .map(({ rung, at }) => `| ${rung} | ${RUNG_KINDS[rung - 1]} | ${shanghai(at)} |`)
  .join('\n')}
`;

function rows<T>(table: object, text: (value: T) => string): string {
  return Object.entries(table)
    .map(([name, value]) => `| ${name} | ${text(value as T)} |`)
    .join('\n');
}

const UNITS = { workingDays: 'working days', workingHours: 'working hours', months: 'months' } as const;

function limitText(limit: Limit): string {
  const unit = limit.kind === 'natural' ? limit.unit : UNITS[limit.kind];
  return `${limit.amount} ${limit.amount === 1 ? unit.slice(0, -1) : unit}`;
}

const shanghai = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
