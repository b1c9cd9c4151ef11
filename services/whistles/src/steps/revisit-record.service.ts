import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Grade } from '@hsl/contracts/grades';
import type { ResidentContact, RevisitRecord } from '@hsl/contracts/schemas/follow-ups';
import type { ReadContact } from '@hsl/contracts/schemas/submission-contacts';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { maskedPhone } from '@hsl/platform/masked-phone';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { factsOf, targetOf } from '../matter/whistle-facts.js';
import { mattersOf, WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import { TermsService } from '../rules/terms.service.js';
import { RevisitCallsService } from './revisit-calls.service.js';

const CONTACT = 'residentContact.read';
/** Residents behind one matter, merged ones included, and tries to reach them: bounds against a mistake. */
const MOST = 100;

/** Whom to call for a revisit and how often it was tried; a phone is opened one by one, and on record (domain 4.6). */
@Injectable()
export class RevisitRecordService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly reader: WhistleReader,
    private readonly whistles: WhistleRepository,
    private readonly access: AccessService,
    private readonly terms: TermsService,
    private readonly calls: RevisitCallsService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound; roleNotAllowed, also for whoever handled the matter */
  async record(actor: Actor, idOrNumber: string, locale: Locale): Promise<RevisitRecord> {
    const { row } = await this.reader.get(actor, idOrNumber, 'whistle.revisit');
    const { id, number, subdistrictId, ruleSetVersion, blownAt, waitingSince } = row;
    const since = waitingSince ?? blownAt;
    const prisma = this.database.forTenant(subdistrictId);
    const [terms, attempts, reporters] = await Promise.all([
      this.terms.termsOf(subdistrictId, row.grade as Grade, ruleSetVersion, blownAt.getTime()),
      prisma.revisitAttempt.findMany({
        where: { whistleId: id, attemptedAt: { gte: since } },
        orderBy: { attemptedAt: 'asc' },
        take: MOST,
      }),
      prisma.reporter.findMany({ where: { whistleId: { in: mattersOf(row) } }, orderBy: { id: 'asc' }, take: MOST }),
    ]);
    const [contact] = this.access.actions(actor, [CONTACT], targetOf(row), this.factsFor(row, actor), {}, locale);
    return {
      ...{ whistleId: id, number, attemptsNeeded: terms.thresholds.revisitAttempts, contact: contact! },
      attempts: attempts.map((one) => ({
        ...{ id: one.id, channel: one.channel as RevisitRecord['attempts'][number]['channel'] },
        ...{ note: one.note ?? undefined, at: one.attemptedAt.toISOString() },
      })),
      reporters: reporters.map(({ id: reporterId, channel, phone, revisitedAt }) => ({
        ...{ id: reporterId, channel, ...(phone !== null && { maskedPhone: maskedPhone(phone) }) },
        ...(revisitedAt !== null && revisitedAt >= since && { askedAt: revisitedAt.toISOString() }),
      })),
    };
  }

  /**
   * The look is in the matter's history before the phone is answered.
   * @throws ProblemError notFound, roleNotAllowed, wrongState; contactNotLeft; revisitCallTaken, to call back while
   *   somebody else does
   */
  async contact(
    ...[actor, idOrNumber, reporterId, { purpose }]: [Actor, string, string, ReadContact]
  ): Promise<ResidentContact> {
    const row = await this.whistles.find(actor.subdistrictId, idOrNumber);
    if (!row) throw new ProblemError('notFound');
    const facts = { ...this.factsFor(row, actor), reasonGiven: true };
    const { role } = this.access.authorize(actor, CONTACT, targetOf(row), facts);
    if (purpose === 'callBack') await this.calls.refuseIfTaken(row, actor.userId);
    const prisma = this.database.forTenant(row.subdistrictId);
    const found = await prisma.reporter.findFirst({ where: { id: reporterId, whistleId: { in: mattersOf(row) } } });
    if (!found) throw new ProblemError('notFound');
    if (found.phone === null) throw new ProblemError('contactNotLeft');
    await prisma.timelineEntry.create({
      data: {
        ...{ subdistrictId: row.subdistrictId, aggregateId: row.id, version: row.version, kind: 'contactRead' },
        ...{ decisionId: `contactRead/${reporterId}`, actorId: actor.userId, actorRole: role },
        ...{ at: new Date(this.clock.now()), details: { purpose } },
      },
    });
    return { phone: found.phone, name: found.name ?? undefined };
  }

  private factsFor(row: WhistleRow, actor: Actor) {
    const openMatter = isWhistleOpen(row.state as WhistleState);
    // No resident's consent to a member or a department is on record here, so none of them gets the phone.
    return { ...factsOf(row, actor, this.clock.now()), openMatter, consentGiven: false };
  }
}
