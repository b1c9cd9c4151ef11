import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import { PROBLEMS } from '@hsl/contracts/problem-codes';
import type { AnswerReferral, Referral } from '@hsl/contracts/schemas/referrals';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReferenceBook } from '../reference/reference-book.js';
import { ReferralsRepository, type ReferralRow } from './referrals.repository.js';

export interface ReferralQuery extends PageQuery {
  answered?: 'true' | 'false';
}

const READ = 'whistle.read';
const ANSWER = 'matter.answerReferral';
const ID = z.string().regex(/^\d{1,18}$/);
const position = z.strictObject({ id: ID });
/** Everything here was referred: the query selects nothing else. */
const REFERRED = { referredToDistrict: true };

/** What the district supervises (domain 4.4 rung 6): it reads what was referred to it, and answers; others read along. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly access: AccessService,
    private readonly book: ReferenceBook,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, { answered, limit, cursor }: ReferralQuery, locale: Locale): Promise<Page<Referral>> {
    const scopes = this.access.scopes(actor, READ, Object.keys(REFERRED));
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const cut = answered === undefined ? undefined : answered === 'true';
    const after = decodeCursor(cursor, position)?.id;
    const rows = await this.referrals.page(actor.subdistrictId, scopes, { answered: cut, after, limit });
    const page = pageOf(rows, limit, ({ id }) => ({ id }));
    const { departmentNames } = await this.book.of(actor.subdistrictId);
    return { ...page, items: page.items.map((row) => this.viewOf(row, departmentNames, actor, locale)) };
  }

  /**
   * The district's answer; the same answer again from the same person is the one that stands.
   * @throws ProblemError notFound, roleNotAllowed, alreadyAnswered
   */
  async answer(actor: Actor, id: string, { answer }: AnswerReferral, locale: Locale): Promise<Referral> {
    const row = await this.existing(actor, id);
    const { role } = this.access.authorize(actor, ANSWER, targetOf(actor, row), REFERRED);
    const by = actorRefOf(actor, role);
    const isFirst = await this.referrals.answer(actor.subdistrictId, row, answer, by, this.clock.now());
    if (isFirst) this.relay.kick();
    const now = await this.existing(actor, id);
    if (!isFirst && (now.answer !== answer || now.answeredBy !== actor.userId)) {
      throw new ProblemError('alreadyAnswered');
    }
    const { departmentNames } = await this.book.of(actor.subdistrictId);
    return this.viewOf(now, departmentNames, actor, locale);
  }

  private async existing({ subdistrictId }: Actor, id: string): Promise<ReferralRow> {
    const row = ID.safeParse(id).success ? await this.referrals.find(subdistrictId, id) : undefined;
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private viewOf(row: ReferralRow, names: ReadonlyMap<string, string>, actor: Actor, locale: Locale): Referral {
    const { id, whistleId, number, communityId, facts, state, details, referredAt, answer, answeredAt } = row;
    const { step, dueAt, departmentId, memberId } = details;
    const { zh, en } = PROBLEMS.alreadyAnswered;
    const isAnswered = { legal: false, reasonCode: 'alreadyAnswered', reason: locale === 'en' ? en : zh };
    const legality = { [ANSWER]: answer === null ? { legal: true } : isAnswered };
    return {
      ...{ id, whistleId, number, communityId, facts, state, step, departmentId, memberId },
      departmentName: departmentId === undefined ? undefined : names.get(departmentId),
      ...{ dueAt: new Date(dueAt).toISOString(), referredAt: referredAt.toISOString() },
      ...(answer !== null && answeredAt !== null && { answer: { text: answer, answeredAt: answeredAt.toISOString() } }),
      actions: this.access.actions(actor, [ANSWER], targetOf(actor, row), REFERRED, legality, locale),
    };
  }
}

const targetOf = ({ subdistrictId }: Actor, { communityId, state }: ReferralRow) => ({
  ...{ subdistrictId, communityId, state },
});
