import type { Post } from '@hsl/contracts/roles';
import type { RungKind, Step } from '@hsl/contracts/steps';
import type { Audience } from '@hsl/domain/ladder-audiences';

/** What an event says about where it belongs, as far as an audience asks. */
export interface NoticeSubject {
  communityId?: string;
  /** Of what concerns several. */
  communityIds?: readonly string[];
  /** The department of the event; of a whistle the lead. */
  departmentId?: string;
  leadDepartmentId?: string;
  supportingDepartmentIds?: readonly string[];
  memberIds: readonly string[];
  /** The one person the event names: on duty at night, or waiting for an answer. */
  personId?: string;
  /** Of the ladder's events: the step that is late, and of a proposal's how late. */
  step?: Step;
  rungKind?: RungKind;
  /** Who did it: nobody is told of the own act. */
  exceptUserId?: string;
}

/** True if the post is one of those the audience names, held for the place the event is about, or by whom it names. */
export function isAddressed({ posts, of }: Audience, post: Post, subject: NoticeSubject, userId: string): boolean {
  if (!posts.includes(post.role)) return false;
  switch (of) {
    case 'subdistrict':
      return true;
    case 'person':
      return userId === subject.personId;
    case 'community':
      return subject.communityId !== undefined && (post.communityIds ?? []).includes(subject.communityId);
    case 'communities':
      return (post.communityIds ?? []).some((id) => subject.communityIds?.includes(id));
    case 'department':
      return subject.departmentId !== undefined && post.departmentId === subject.departmentId;
    case 'lead':
      return post.departmentId !== undefined && post.departmentId === subject.leadDepartmentId;
    case 'supporting':
      return post.departmentId !== undefined && (subject.supportingDepartmentIds ?? []).includes(post.departmentId);
    case 'member':
      return post.memberId !== undefined && subject.memberIds.includes(post.memberId);
  }
}
