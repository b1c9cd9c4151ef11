import type { Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import type { Calendar } from '@hsl/domain/limit';
import { termsFor, type MatterTerms } from '@hsl/domain/matter-terms';
import type { RuleSetContent } from '@hsl/domain/rule-set';
import { completeRuleSet } from '@hsl/domain/rule-set-completion';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** A matter's deadlines lie within this many days of its acceptance; later ones are computed when their day is near. */
const HORIZON_DAYS = 420;
/** Rule sets kept in memory, of all tenants. */
const MOST_VERSIONS = 500;
const DAY_MS = 86_400_000;
/** What another process approved or loaded is known here after this time at the latest. */
export const FRESH_MS = 5_000;

interface InForce {
  ruleSet: { version: number; effectiveFrom: Instant; content: RuleSetContent };
  calendar: Calendar;
  /** The instant at which the next version known now comes into force. */
  until: Instant;
}

interface Known {
  freshUntil: Instant;
  inForce: Promise<InForce>;
}

/** The rules in force and the official calendar, cut to what one matter can need. */
@Injectable()
export class TermsService {
  private readonly versions = new Map<string, Promise<RuleSetContent>>();
  private readonly known = new Map<string, Known>();

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
    const content = await this.contentOf(subdistrictId, version);
    return termsFor({ version, content }, grade, this.sliceFrom(calendar, from));
  }

  /** The rules of a version. It never changes, so it is read once; a failure is no answer to be remembered. */
  contentOf(subdistrictId: string, version: number): Promise<RuleSetContent> {
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
    return completeRuleSet(content);
  }

  /** A calendar cut to what a matter can need whose earliest clock started at `from`, with the same time ahead of now. */
  sliceFrom(calendar: Calendar, from: Instant): Calendar {
    const now = this.clock.now();
    return calendarSlice(calendar, Math.min(from, now), Math.max(0, now - from) / DAY_MS + HORIZON_DAYS);
  }

  /** The rules at that instant: a version takes effect at its instant, not when what was read before grows old. */
  async inForce(subdistrictId: string, now: Instant): Promise<InForce> {
    const known = this.known.get(subdistrictId);
    const found = known && now < known.freshUntil ? await known.inForce : undefined;
    return found && now < found.until ? found : this.refreshed(subdistrictId, now);
  }

  /** Rules or calendar have just been changed by this process. */
  forget(subdistrictId: string): void {
    this.known.delete(subdistrictId);
  }

  private async refreshed(subdistrictId: string, now: Instant): Promise<InForce> {
    const known: Known = { freshUntil: now + FRESH_MS, inForce: this.read(subdistrictId, now) };
    this.known.set(subdistrictId, known);
    try {
      const inForce = await known.inForce;
      known.freshUntil = Math.min(known.freshUntil, inForce.until);
      return inForce;
    } catch (error) {
      if (this.known.get(subdistrictId) === known) this.known.delete(subdistrictId);
      throw error;
    }
  }

  private async read(subdistrictId: string, now: Instant): Promise<InForce> {
    const prisma = this.database.forTenant(subdistrictId);
    const at = new Date(now);
    const [ruleSet, next, calendar] = await Promise.all([
      prisma.ruleSet.findFirstOrThrow({
        where: { subdistrictId, effectiveFrom: { lte: at } },
        orderBy: { version: 'desc' },
      }),
      prisma.ruleSet.findFirst({
        where: { subdistrictId, effectiveFrom: { gt: at } },
        orderBy: { effectiveFrom: 'asc' },
        select: { effectiveFrom: true },
      }),
      prisma.workCalendar.findFirstOrThrow({ where: { subdistrictId }, orderBy: { version: 'desc' } }),
    ]);
    const { version, effectiveFrom } = ruleSet;
    return {
      ruleSet: { version, effectiveFrom: effectiveFrom.getTime(), content: completeRuleSet(ruleSet.content) },
      calendar,
      until: next?.effectiveFrom.getTime() ?? Number.POSITIVE_INFINITY,
    };
  }
}
