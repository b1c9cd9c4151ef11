import type { Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import type { Calendar } from '@hsl/domain/limit';
import { termsFor, type MatterTerms } from '@hsl/domain/matter-terms';
import type { RuleSetContent } from '@hsl/domain/rule-set';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** A matter's deadlines lie within this many days of its acceptance; later ones are computed when their day is near. */
const HORIZON_DAYS = 420;
const FRESH_MS = 5_000;
/** Rule sets kept in memory, of all tenants. */
const MOST_VERSIONS = 500;

interface InForce {
  ruleSet: { version: number; content: RuleSetContent };
  calendar: Calendar;
}

/** The rules in force and the official calendar, cut to what one matter can need. */
@Injectable()
export class TermsService {
  private readonly versions = new Map<string, Promise<RuleSetContent>>();
  private readonly known = new Map<string, { readAt: Instant; inForce: Promise<InForce> }>();

  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly clock: Clock,
  ) {}

  /** What a matter of that grade accepted now is accepted under (domain 4.3; S14). */
  async termsNow(subdistrictId: string, grade: Grade): Promise<MatterTerms> {
    const now = this.clock.now();
    const { ruleSet, calendar } = await this.inForce(subdistrictId, now);
    return termsFor(ruleSet, grade, calendarSlice(calendar, now, HORIZON_DAYS));
  }

  /**
   * The terms of a version frozen earlier, with the calendar as it is known now.
   * @param from the earliest start a deadline will be asked for
   */
  async termsOf(subdistrictId: string, grade: Grade, version: number, from: Instant): Promise<MatterTerms> {
    const { calendar } = await this.inForce(subdistrictId, this.clock.now());
    const content = await this.frozen(subdistrictId, version);
    return termsFor({ version, content }, grade, calendarSlice(calendar, from, HORIZON_DAYS));
  }

  /** A version never changes, so it is read once; a failure is no answer to be remembered. */
  private frozen(subdistrictId: string, version: number): Promise<RuleSetContent> {
    const key = `${subdistrictId}#${version}`;
    let content = this.versions.get(key);
    if (!content) {
      content = this.readVersion(subdistrictId, version);
      if (this.versions.size >= MOST_VERSIONS) this.versions.clear();
      this.versions.set(key, content);
      content.catch(() => this.versions.delete(key));
    }
    return content;
  }

  private async readVersion(subdistrictId: string, version: number): Promise<RuleSetContent> {
    const where = { subdistrictId_version: { subdistrictId, version } };
    const { content } = await this.database.forTenant(subdistrictId).ruleSet.findUniqueOrThrow({ where });
    return content as unknown as RuleSetContent;
  }

  async inForce(subdistrictId: string, now: Instant): Promise<InForce> {
    const known = this.known.get(subdistrictId);
    if (known && now - known.readAt < FRESH_MS) return known.inForce;
    const inForce = this.read(subdistrictId, now);
    this.known.set(subdistrictId, { readAt: now, inForce });
    inForce.catch(() => this.known.delete(subdistrictId));
    return inForce;
  }

  private async read(subdistrictId: string, now: Instant): Promise<InForce> {
    const prisma = this.database.forTenant(subdistrictId);
    const [ruleSet, calendar] = await Promise.all([
      prisma.ruleSet.findFirstOrThrow({
        where: { subdistrictId, effectiveFrom: { lte: new Date(now) } },
        orderBy: { version: 'desc' },
      }),
      prisma.workCalendar.findFirstOrThrow({ where: { subdistrictId }, orderBy: { version: 'desc' } }),
    ]);
    const content = ruleSet.content as unknown as RuleSetContent;
    return { ruleSet: { version: ruleSet.version, content }, calendar };
  }
}
