import type { CloudEvent } from '@hsl/contracts/event';
import { RUNG_EVENT_TYPES, RUNG_EVENTS, type RungEventType } from '@hsl/contracts/events/ladder-events';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { NoticeKind, NoticeUrgency } from '@hsl/contracts/notice-kinds';
import type { Post, Role } from '@hsl/contracts/roles';
import { LADDER_AUDIENCES, type Audience } from '@hsl/domain/ladder-audiences';
import { isAddressed, type NoticeSubject } from './audience.js';
import type { NoticeRule } from './notice-rule.js';
import { NOTICE_RULES, type NoticedEvent } from './notice-rules.js';
import { subjectOf } from './notice-subject.js';

/** A person who may be told things, with the posts that decide which. */
export interface Recipient {
  userId: string;
  posts: readonly Post[];
}

/** One notice to one person. */
export interface Told {
  userId: string;
  kind: NoticeKind;
  urgency: NoticeUrgency;
  /** Where the rule names channels of its own. */
  channels?: readonly NoticeChannel[];
}

interface Addressed extends Pick<NoticeRule, 'kind' | 'urgency' | 'channels'> {
  audiences: readonly Audience[];
}

/** The lines of the tables that hold for this event, with their audiences. */
function rulesFor(event: CloudEvent<NoticedEvent>, subject: NoticeSubject): Addressed[] {
  const rules = NOTICE_RULES[event.type] as readonly NoticeRule[];
  const data = event.data as unknown as Record<string, unknown>;
  return rules
    .filter(({ when = {} }) => Object.entries(when).every(([field, value]) => data[field] === value))
    .map(({ kind, urgency, channels, to }) => ({
      ...{ kind, urgency, channels },
      audiences: to === 'ladder' ? ladderOf(event.type, subject) : to,
    }));
}

const isLadderEvent = (type: NoticedEvent): type is RungEventType => (RUNG_EVENTS as readonly string[]).includes(type);

function ladderOf(type: NoticedEvent, { step, rungKind }: NoticeSubject): readonly Audience[] {
  const rung = isLadderEvent(type) ? type : rungKind && RUNG_EVENT_TYPES[rungKind];
  return step !== undefined && rung !== undefined ? LADDER_AUDIENCES[step][rung] : [];
}

/** Roles that could be told of this event, so that only their holders have to be looked up. Empty: nobody is told. */
export const rolesTold = (event: CloudEvent<NoticedEvent>): Role[] => [
  ...new Set(rulesFor(event, subjectOf(event)).flatMap((rule) => rule.audiences.flatMap(({ posts }) => posts))),
];

/** Who is told of this event, and what: every person once, by the first rule that reaches one of the person's posts. */
export function whoIsTold(event: CloudEvent<NoticedEvent>, recipients: readonly Recipient[]): Told[] {
  const subject = subjectOf(event);
  const rules = rulesFor(event, subject);
  return recipients.flatMap(({ userId, posts }) => {
    if (userId === subject.exceptUserId) return [];
    const rule = rules.find(({ audiences }) =>
      audiences.some((audience) => posts.some((post) => isAddressed(audience, post, subject, userId))),
    );
    return rule ? [{ userId, kind: rule.kind, urgency: rule.urgency, channels: rule.channels }] : [];
  });
}
