import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import type { HandlerAbsence, SetHandlerAbsence } from '@hsl/contracts/schemas/absences';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { HandlerAbsence as Row } from '../generated/prisma/client.js';
import { HandOverService, moverOf } from './hand-over.service.js';

/** Absences of one department, or passed on in one round; a bound against a mistake. */
const MOST = 500;

/** Who of a department is away and who stands in (S15): the heads say so, open tasks go over on the first day. */
@Injectable()
export class HandlerAbsencesService {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly handOvers: HandOverService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed; validationFailed for a substitute of elsewhere or the same person */
  async set(actor: Actor, handlerId: string, body: SetHandlerAbsence): Promise<HandlerAbsence> {
    const { subdistrictId, userId } = actor;
    const prisma = this.database.forTenant(subdistrictId);
    const handler = await prisma.handler.findUnique({ where: { id: handlerId } });
    if (!handler) throw new ProblemError('notFound');
    const { departmentId } = handler;
    this.handOvers.authorize(actor, departmentId);
    await this.handOvers.mustTakeOver(handler, body.substituteId, 'substituteId');
    const row = await prisma.handlerAbsence.create({
      data: {
        ...{ id: randomUUID(), subdistrictId, departmentId, handlerId, substituteId: body.substituteId },
        ...{ firstDay: asDate(body.firstDay), lastDay: asDate(body.lastDay) },
        ...{ setBy: userId, setByRole: moverOf(actor).role, setAt: new Date(this.clock.now()) },
      },
    });
    return viewOf(this.hasBegun(row) ? await this.passOn(row) : row);
  }

  /** Now or later, the first to begin first. */
  async of(subdistrictId: string, departmentId: string): Promise<HandlerAbsence[]> {
    const rows = await this.database.forTenant(subdistrictId).handlerAbsence.findMany({
      where: { subdistrictId, departmentId, lastDay: { gte: asDate(this.today()) } },
      orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map(viewOf);
  }

  /** Absences that have begun since the last look. @returns how many */
  async passOnBegun(): Promise<number> {
    const today = asDate(this.today());
    const rows = await this.database.system.handlerAbsence.findMany({
      where: { passedOnAt: null, firstDay: { lte: today }, lastDay: { gte: today } },
      orderBy: { firstDay: 'asc' },
      take: MOST,
    });
    for (const row of rows) await this.passOn(row);
    return rows.length;
  }

  /** Doing it twice moves what was assigned in between, and no harm is done. */
  private async passOn({ id, subdistrictId, handlerId, substituteId, setBy, setByRole }: Row): Promise<Row> {
    await this.handOvers.passOn({ subdistrictId, userId: setBy, role: setByRole }, handlerId, substituteId);
    return this.database.forTenant(subdistrictId).handlerAbsence.update({
      where: { id },
      data: { passedOnAt: new Date(this.clock.now()) },
    });
  }

  private hasBegun({ firstDay, lastDay }: Row): boolean {
    const today = asDate(this.today());
    return firstDay <= today && lastDay >= today;
  }

  /** `YYYY-MM-DD` in Asia/Shanghai. */
  private today(): string {
    return dateOf(dayOf(this.clock.now()));
  }
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): string => date.toISOString().slice(0, 10);

const viewOf = ({ id, handlerId, substituteId, firstDay, lastDay, passedOnAt }: Row): HandlerAbsence => ({
  ...{ id, handlerId, substituteId, firstDay: asDay(firstDay), lastDay: asDay(lastDay) },
  ...(passedOnAt === null ? {} : { passedOnAt: passedOnAt.toISOString() }),
});
