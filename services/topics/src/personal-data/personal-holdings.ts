import { FileDesk } from '@hsl/files/file-desk.service';
import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type {
  ErasureRequest,
  Prisma,
  Submission,
  SubmissionPosition,
  TopicComment,
} from '../generated/prisma/client.js';
import { MOST_HELD } from './sender-matters.js';

export interface HeldSubmission extends Submission {
  communityName: string;
  consentedAt: Date | undefined;
  /** Sealed. */
  position: SubmissionPosition | null;
  additions: { text: string }[];
  /** Names of the files. */
  photos: string[];
}

export interface HeldParticipant {
  residentName: string | null;
  seat: string;
  signedInAt: Date | null;
  startsAt: Date;
  opinions: string[];
}

/** Rows of one person; the contacts themselves are opened elsewhere. */
@Injectable()
export class PersonalHoldings {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly communities: CommunitiesRepository,
    private readonly desk: FileDesk,
  ) {}

  /** Newest first. */
  async submissions(subdistrictId: string, ids: readonly string[]): Promise<HeldSubmission[]> {
    const rows = await this.database.forTenant(subdistrictId).submission.findMany({
      where: { subdistrictId, id: { in: [...ids] } },
      include: {
        additions: { orderBy: { version: 'asc' } },
        contact: { select: { consentedAt: true } },
        position: true,
      },
      orderBy: { receivedAt: 'desc' },
      take: MOST_HELD,
    });
    const names = await this.communities.namesOf(subdistrictId, [...new Set(rows.map((row) => row.communityId))]);
    return Promise.all(
      rows.map(async ({ contact, ...row }) => ({
        ...row,
        communityName: names.get(row.communityId) ?? row.communityId,
        consentedAt: contact?.consentedAt,
        // What staff added on the sender's behalf is the sender's as well.
        photos: (await this.desk.list({ subdistrictId, matter: 'submission', matterId: row.id })).map(
          ({ name }) => name,
        ),
      })),
    );
  }

  async participants(subdistrictId: string, who: Prisma.ParticipantWhereInput): Promise<HeldParticipant[]> {
    const tenant = this.database.forTenant(subdistrictId);
    const rows = await tenant.participant.findMany({
      where: { AND: [{ subdistrictId }, who] },
      include: { sitting: { select: { startsAt: true } } },
      take: MOST_HELD,
    });
    const said = await tenant.opinion.findMany({
      where: { subdistrictId, participantId: { in: rows.map(({ id }) => id) } },
      orderBy: { at: 'asc' },
      take: MOST_HELD,
    });
    return rows.map(({ id, residentName, seat, signedInAt, sitting }) => ({
      ...{ residentName, seat, signedInAt, startsAt: sitting.startsAt },
      opinions: said.filter(({ participantId }) => participantId === id).map(({ text }) => text),
    }));
  }

  comments(subdistrictId: string, authorId: string): Promise<TopicComment[]> {
    const where = { subdistrictId, authorId };
    return this.database
      .forTenant(subdistrictId)
      .topicComment.findMany({ where, orderBy: { at: 'desc' }, take: MOST_HELD });
  }

  requests(subdistrictId: string, userId: string): Promise<ErasureRequest[]> {
    const where = { subdistrictId, userId };
    return this.database
      .forTenant(subdistrictId)
      .erasureRequest.findMany({ where, orderBy: { requestedAt: 'desc' }, take: MOST_HELD });
  }
}
