import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  contactReadingFilters,
  ContactReadingPage,
  type ContactReading,
} from '@hsl/contracts/schemas/submission-contacts';
import { decodeCursor, pageOf, pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { TimelineEntry } from '../generated/prisma/client.js';

const ReadingQuery = pageQuerySchema.extend(contactReadingFilters);
type ReadingQuery = z.output<typeof ReadingQuery>;

const position = z.strictObject({ position: z.string().regex(/^\d{1,18}$/) });
const KINDS = ['contactRead', 'contactErased'];

/** Looks at residents' phones, as the auditor reads them (S14). */
@ApiTags('submissions')
@Controller('api/contact-readings')
export class ContactReadingsController {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who looked at how senders may be reached, why, and what was erased; newest first' })
  @ApiOkResponse({ standardSchema: ContactReadingPage, description: 'A page of readings' })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReadingQuery }) { limit, cursor, readerId, submissionId }: ReadingQuery,
  ): Promise<ContactReadingPage> {
    const { subdistrictId } = actor;
    this.access.authorizeMatterTrail(actor);
    const before = decodeCursor(cursor, position)?.position;
    const rows = await this.database.forTenant(subdistrictId).timelineEntry.findMany({
      where: {
        ...{ subdistrictId, kind: { in: KINDS }, actorId: readerId, aggregateId: submissionId },
        ...(before !== undefined && { position: { lt: BigInt(before) } }),
      },
      orderBy: { position: 'desc' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({ position: String(row.position) }));
    return { ...page, items: page.items.map(readingOf) };
  }
}

function readingOf({
  position: id,
  aggregateId,
  kind,
  actorId,
  actorRole,
  at,
  details,
}: TimelineEntry): ContactReading {
  const { purpose, reason } = details as Pick<ContactReading, 'purpose' | 'reason'>;
  return {
    ...{ id: String(id), submissionId: aggregateId, at: at.toISOString(), purpose, reason },
    ...{ kind: kind as ContactReading['kind'], readerId: actorId ?? '', role: actorRole ?? '' },
  };
}
