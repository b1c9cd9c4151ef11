import { z } from 'zod';
import { DUTY_LEVELS, MEMBER_DUTIES } from '../member-duties.js';

/** Answers on points and the five duties of members (S75, S76, I22). */

const serverNow = z.iso.datetime().optional();
const year = z.coerce.number().int().min(2020).max(2100);

/** The year asked about; the running one if none is named. */
export const pointFilters = { year: year.optional() };
export const pointEntryFilters = { year: year.optional(), half: z.enum(['1', '2']).optional() };

const score = {
  memberId: z.string(),
  year: z.int(),
  base: z.int().meta({ description: '20 for each of the yearly three' }),
  bonus: z.int().meta({ description: 'At most 40' }),
  total: z.int(),
  level: z.enum(DUTY_LEVELS).meta({ description: '85 and more excellent, below 60 a talk is due' }),
};

export const MemberPoints = z
  .object({
    ...score,
    fulfilled: z.object({ session: z.boolean(), paper: z.boolean(), visit: z.boolean() }),
    earned: z.int().meta({ description: 'All points of the rules, before the limit of the bonus' }),
    halves: z.array(z.object({ half: z.int(), points: z.int() })),
    rules: z.array(z.object({ rule: z.string(), title: z.string(), count: z.int(), points: z.int() })),
    serverNow,
  })
  .meta({ id: 'MemberPoints', description: 'The points of a member in a year (I22)' });
export type MemberPoints = z.output<typeof MemberPoints>;

export const PointEntry = z
  .object({
    id: z.uuid(),
    rule: z.string(),
    title: z.string(),
    duty: z.enum(MEMBER_DUTIES),
    points: z.int(),
    sourceId: z.string().meta({ description: 'What it is for' }),
    earnedAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().optional().meta({ description: 'Since when it does not count' }),
  })
  .meta({ id: 'PointEntry' });
export type PointEntry = z.output<typeof PointEntry>;
export const PointEntryPage = z
  .object({ items: z.array(PointEntry), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'PointEntryPage' });

export const MemberProfile = z
  .object({
    memberId: z.string(),
    year: z.int(),
    duties: z.array(
      z.object({
        duty: z.enum(MEMBER_DUTIES),
        records: z.int().meta({ description: 'Confirmed duty records' }),
        hours: z.number(),
        points: z.int().meta({ description: 'Points that were won, without those lost' }),
        share: z.number().meta({ description: 'Of the points won in the year, 0 to 1 (I23)' }),
      }),
    ),
    training: z.object({ records: z.int(), hours: z.number() }),
    serverNow,
  })
  .meta({ id: 'MemberProfile', description: 'A member by the five duties (S75), all five, and training (S76)' });
export type MemberProfile = z.output<typeof MemberProfile>;

export const PointRanking = z
  .object({ year: z.int(), items: z.array(z.object({ ...score, memberName: z.string(), rank: z.int() })), serverNow })
  .meta({ id: 'PointRanking', description: 'The members by their points; equal totals share a rank' });
export type PointRanking = z.output<typeof PointRanking>;
