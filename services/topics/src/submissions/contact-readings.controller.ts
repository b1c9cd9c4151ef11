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
import { SENT } from './submission-sent-sql.js';

const ReadingQuery = pageQuerySchema.extend(contactReadingFilters);
type ReadingQuery = z.output<typeof ReadingQuery>;

const position = z.strictObject({ position: z.string().regex(/^\d{1,18}$/) });
/** The place after all others. */
const NEWEST = '9223372036854775807';
/**
 * $1 subdistrict, $2 below this place, $3 how many, then what the filters ask for. The kinds stand in the text: the
 * indexes are partial to these lines, in their order, which no index over the kind can give for two of them.
 */
const pageSql = (
  filters: readonly string[],
): string => `SELECT position::text AS id, aggregate_id AS "submissionId", (${SENT}) AS sent, kind,
    coalesce(actor_id, '') AS "readerId", coalesce(actor_role, '') AS role, at, details->>'purpose' AS purpose,
    details->>'reason' AS reason
  FROM timeline_entry e
  WHERE subdistrict_id = $1 AND kind IN ('contactRead', 'contactErased') AND position < $2::bigint
    ${filters.map((column, index) => `AND ${column} = $${index + 4}`).join(' ')}
  ORDER BY position DESC LIMIT $3`;

type Row = Omit<ContactReading, 'at' | 'purpose' | 'reason' | 'sent'> & {
  sent: ContactReading['sent'] | null;
  at: Date;
  purpose: ContactReading['purpose'] | null;
  reason: string | null;
};

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
    const filters = Object.entries({ actor_id: readerId, aggregate_id: submissionId }).filter(([, value]) => value);
    const rows = await this.database.query<Row>(subdistrictId, pageSql(filters.map(([column]) => column)), [
      ...[subdistrictId, decodeCursor(cursor, position)?.position ?? NEWEST, limit + 1],
      ...filters.map(([, value]) => value),
    ]);
    const page = pageOf(rows, limit, ({ id }) => ({ position: id }));
    return { ...page, items: page.items.map(readingOf) };
  }
}

const readingOf = ({ at, purpose, reason, sent, ...row }: Row): ContactReading => ({
  ...row,
  at: at.toISOString(),
  sent: sent ?? undefined,
  purpose: purpose ?? undefined,
  reason: reason ?? undefined,
});
