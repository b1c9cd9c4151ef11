import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@hsl/contracts/event';
import type { Post, Role } from '@hsl/contracts/roles';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { RecipientRepository } from '../recipients/recipient.repository.js';
import type { NoticedEvent } from '../rules/notice-rules.js';
import { subjectOf, whistleOf } from '../rules/notice-subject.js';
import { MOVED_SQL } from '../stream/moved-channel.js';

/** They look at matters that nobody has told them of yet: on the board, in the queues. */
const OF_ALL: readonly Role[] = ['liaisonOfficer', 'deputyLeader', 'groupLeader'];
const OF_THE_COMMUNITY: readonly Role[] = ['communityWorker', 'communityHead', 'member'];

const looksAt = ({ role, communityIds = [] }: Post, communityId = ''): boolean =>
  OF_ALL.includes(role) || (OF_THE_COMMUNITY.includes(role) && communityIds.includes(communityId));

/** What others do appears on open pages without a notice: they are told that the matter has moved, and ask again. */
@Injectable()
export class Moves {
  constructor(
    private readonly database: TenantDatabase,
    private readonly recipients: RecipientRepository,
  ) {}

  async tell(event: CloudEvent<NoticedEvent>): Promise<void> {
    const { whistleId } = whistleOf(event);
    if (whistleId === undefined) return;
    const { communityId } = subjectOf(event);
    const people = await this.recipients.withRoles(event.subdistrictid, [...OF_ALL, ...OF_THE_COMMUNITY]);
    const watching = people.filter(({ posts }) => posts.some((post) => looksAt(post, communityId)));
    const users = watching.map(({ userId }) => userId);
    await this.database.query(event.subdistrictid, MOVED_SQL, [event.subdistrictid, whistleId, users]);
  }
}
