import { z } from 'zod';
import { COMMENT_STATES } from '../submissions.js';

/** What people say about a public topic: that they want it too, and why (S38, S98). */

const words = (max: number) => z.string().trim().min(1).max(max);
const instant = z.iso.datetime();
const serverNow = z.iso.datetime().optional();

export const EndorseTopic = z
  .strictObject({
    deviceToken: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/)
      .optional()
      .meta({
        description: 'From the first endorsement of this phone; needs no value the first time, none if signed in',
      }),
  })
  .meta({ id: 'EndorseTopic', description: 'I want this too', examples: [{}] });
export type EndorseTopic = z.output<typeof EndorseTopic>;

export const TopicEndorsed = z
  .object({
    topicId: z.uuid(),
    endorsements: z.int(),
    deviceToken: z.string().optional().meta({ description: 'Keep it on the phone and send it next time' }),
    serverNow,
  })
  .meta({ id: 'TopicEndorsed', description: 'The same however often it is asked' });
export type TopicEndorsed = z.output<typeof TopicEndorsed>;

export const CommentOnTopic = z.strictObject({ text: words(500) }).meta({
  id: 'CommentOnTopic',
  description: 'What somebody says about a public topic; no names, no phones',
  examples: [{ text: '充电桩装在北侧好。' }],
});
export type CommentOnTopic = z.output<typeof CommentOnTopic>;

export const ModerateComment = z
  .strictObject({ publish: z.boolean() })
  .meta({ id: 'ModerateComment', description: 'Whether others may read it', examples: [{ publish: true }] });
export type ModerateComment = z.output<typeof ModerateComment>;

/** Filter of GET /api/topics/{id}/comments, beside `limit` and `cursor`. */
export const commentFilters = {
  state: z.enum(COMMENT_STATES).default('PUBLISHED').meta({ description: 'Others than PUBLISHED for who moderates' }),
};

export const TopicComment = z
  .object({
    id: z.uuid(),
    topicId: z.uuid(),
    text: z.string(),
    byMember: z.boolean(),
    state: z.enum(COMMENT_STATES),
    at: instant,
    serverNow,
  })
  .meta({ id: 'TopicComment', description: 'A comment; a resident’s has no author' });
export type TopicComment = z.output<typeof TopicComment>;

export const TopicCommentPage = z
  .object({ items: z.array(TopicComment), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'TopicCommentPage', description: 'Comments, newest first' });
export type TopicCommentPage = z.output<typeof TopicCommentPage>;
