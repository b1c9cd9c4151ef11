import type { Actor } from '@hsl/access/actor';
import { toIso } from '@hsl/contracts/instants';
import type {
  FigureCasePage,
  FigureCasesQuery,
  FigureQuery,
  FiguresAnswer,
  FiguresQuery,
  OneFigureAnswer,
} from '@hsl/contracts/schemas/figures';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database.js';
import { DIMENSIONS } from '../facts/fact.js';
import { PositionRepository } from '../projection/position.repository.js';
import { FIGURES, figureById } from './definitions.js';
import type { FactFilter } from './fact-filter.js';
import { figureAnswer, measured, wordsOf } from './figure-answer.js';
import { caseAnswer } from './figure-case-answer.js';
import { sideOf } from './figure-cases.js';
import { caseKey, FigureCasesRepository } from './figure-cases.repository.js';
import { countedIn, FigureCounting } from './figure-counting.js';
import type { FigureDefinition } from './figure-definition.js';
import { BRIEFING } from './headline-rows.js';
import { FiguresReader } from './figures-reader.js';
import { before, stepsIn, yearBefore } from './periods.js';

@Injectable()
export class FiguresService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly reader: FiguresReader,
    private readonly counting: FigureCounting,
    private readonly caseRows: FigureCasesRepository,
    private readonly position: PositionRepository,
    private readonly clock: Clock,
  ) {}

  /** Every figure of a period, beside the period before and the year before. */
  all(actor: Actor, asked: FiguresQuery): Promise<FiguresAnswer> {
    return this.these(actor, asked, FIGURES);
  }

  /** S7: what is said at a site meeting, for any period. @throws ProblemError roleNotAllowed */
  briefing(actor: Actor, asked: FiguresQuery): Promise<FiguresAnswer> {
    return this.these(actor, asked, BRIEFING.map(known));
  }

  private async these(actor: Actor, asked: FiguresQuery, figures: readonly FigureDefinition[]): Promise<FiguresAnswer> {
    const filter = this.reader.narrowed(actor, filterOf(asked));
    const { from, to } = asked;
    const head = await this.head(actor, asked);
    const counts = await this.counting.count(this.db(actor), figures, {
      ...{ subdistrictId: actor.subdistrictId, filter, now: this.clock.now() },
      periods: [{ from, to }, before({ from, to }), yearBefore({ from, to })],
    });
    const three = [countedIn(counts, 0), countedIn(counts, 1), countedIn(counts, 2)] as const;
    return { ...head, items: figures.map((figure) => figureAnswer(figure, three, queryOf(asked))) };
  }

  /** @throws ProblemError notFound for a figure there is not; roleNotAllowed */
  async one(actor: Actor, id: string, asked: FigureQuery): Promise<OneFigureAnswer> {
    const filter = this.reader.narrowed(actor, filterOf(asked));
    const figure = known(id);
    const { from, to, step, by } = asked;
    const head = await this.head(actor, asked);
    const steps = stepsIn({ from, to }, step);
    const about = { subdistrictId: actor.subdistrictId, filter, now: this.clock.now() };
    const counts = await this.counting.count(this.db(actor), [figure], {
      ...about,
      periods: [{ from, to }, before({ from, to }), yearBefore({ from, to }), ...steps],
    });
    const apart =
      by && (await this.counting.count(this.db(actor), [figure], { ...about, by, periods: [{ from, to }] }))[0];
    const three = [countedIn(counts, 0), countedIn(counts, 1), countedIn(counts, 2)] as const;
    const { numerator, denominator, exclusions } = figure;
    return {
      ...{ ...figureAnswer(figure, three, queryOf(asked)), ...head },
      formula: { numerator: wordsOf(numerator), denominator: wordsOf(denominator), exclusions: wordsOf(exclusions) },
      series: steps.map((period, index) => ({ ...period, ...measured(figure, countedIn(counts, 3 + index)) })),
      apart: [...(apart ?? [])].map(([key, counted]) => ({ key, ...measured(figure, counted) })),
    };
  }

  /** The cases on one side of a figure. @throws ProblemError notFound, also for a weighted figure; roleNotAllowed */
  async cases(actor: Actor, id: string, asked: FigureCasesQuery): Promise<FigureCasePage> {
    const filter = this.reader.narrowed(actor, filterOf(asked));
    const side = sideOf(known(id), asked.part);
    if (!side) throw new ProblemError('notFound');
    const { from, to, limit, cursor } = asked;
    const query = { ...side, subdistrictId: actor.subdistrictId, filter, period: { from, to }, now: this.clock.now() };
    const rows = await this.caseRows.list(this.db(actor), query, decodeCursor(cursor, caseKey), limit);
    const page = pageOf(rows, limit, ({ at, case_id, item }) => ({ at: at.toISOString(), id: case_id, item }));
    return { ...page, items: page.items.map(caseAnswer) };
  }

  private db(actor: Actor): ReturnType<TenantDatabase['pool']> {
    return this.database.pool(actor.subdistrictId);
  }

  /** Read first: the counts then reflect at least this much. */
  private async head(
    actor: Actor,
    { from, to }: { from: string; to: string },
  ): Promise<Pick<FiguresAnswer, 'from' | 'to' | 'asOf' | 'serverNow'>> {
    const asOf = await this.position.asOf(this.db(actor), actor.subdistrictId);
    return { from, to, ...(asOf === undefined ? {} : { asOf: toIso(asOf) }), serverNow: toIso(this.clock.now()) };
  }
}

function known(id: string): FigureDefinition {
  const figure = figureById(id);
  if (!figure) throw new ProblemError('notFound');
  return figure;
}

type Asked = Partial<Record<(typeof DIMENSIONS)[number], string>> & { from: string; to: string };

const named = (asked: Asked): [string, string][] =>
  DIMENSIONS.flatMap((dimension) => (asked[dimension] === undefined ? [] : [[dimension, asked[dimension]]]));

const filterOf = (asked: Asked): FactFilter => Object.fromEntries(named(asked).map(([key, id]) => [key, [id]]));

/** Period and cut as they were asked for; whose figure it is, is decided anew for whoever opens the cases. */
const queryOf = (asked: Asked): string =>
  new URLSearchParams([['from', asked.from], ['to', asked.to], ...named(asked)]).toString();
