import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import type { TenantPools } from '@hsl/kafka/tenant-pools';
import { FactsConsumer } from '../facts/facts.consumer.js';
import { FactsRepository } from '../facts/facts.repository.js';
import { FACT_EVENTS } from '../facts/moment.js';
import { ScoreRulesConsumer } from '../figures/score-rules.consumer.js';
import { ScoreRulesRepository } from '../figures/score-rules.repository.js';
import { FindingsRepository } from '../findings/findings.repository.js';
import { CensusConsumer } from '../projection/census.consumer.js';
import { DerivedRowsRepository } from '../projection/derived-rows.repository.js';
import { MatterConsumer } from '../projection/matter.consumer.js';
import { MatterFileRepository } from '../projection/matter-file.repository.js';
import { MatterProjection } from '../projection/matter.projection.js';
import { PlacesConsumer } from '../projection/places.consumer.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { PositionRepository } from '../projection/position.repository.js';
import { ReportEventsConsumer } from '../reports/report-events.consumer.js';
import { ReportEventsRepository } from '../reports/report-events.repository.js';
import { REPORT_EVENTS } from '../reports/report-events.js';
import { MATTER_EVENTS } from '../projection/whistle-events.js';

/** Everything that events alone make. Findings stay: they tell of a census of another day. */
const TABLES = [
  ...['matter', 'task', 'rung', 'waiting', 'involvement', 'member_involvement', 'tally', 'place'],
  'projection_position',
  ...['moment', 'fact', 'fact_day', 'report_event', 'score_rules', 'inbox_event', 'inbox_sequence'],
];

type Handler = (event: never) => Promise<void>;

/** The consumers of this service, without the service. */
export class Projections {
  private readonly handlers: readonly (readonly [types: readonly string[], handle: Handler])[];

  constructor(private readonly pools: TenantPools) {
    const inbox = new Inbox(pools, 'insight');
    const files = new MatterFileRepository();
    const matters = new MatterProjection(files, new DerivedRowsRepository());
    const matter = new MatterConsumer(inbox, matters, new PositionRepository());
    const places = new PlacesConsumer(inbox, new PlacesRepository());
    const census = new CensusConsumer(inbox, files, matters, new FindingsRepository());
    const facts = new FactsConsumer(inbox, new FactsRepository());
    const reports = new ReportEventsConsumer(inbox, new ReportEventsRepository());
    const rules = new ScoreRulesConsumer(inbox, new ScoreRulesRepository());
    this.handlers = [
      [MATTER_EVENTS, (event) => matter.onMatter(event)],
      [FACT_EVENTS, (event) => facts.onEvent(event)],
      [REPORT_EVENTS, (event) => reports.onEvent(event)],
      [['category.changed.v1'], (event) => places.onCategory(event)],
      [['community.changed.v1'], (event) => places.onCommunity(event)],
      [['department.changed.v1'], (event) => places.onDepartment(event)],
      [['ruleSet.published.v1'], (event) => rules.onPublished(event)],
      [['whistle.census.v1'], (event) => census.onCensus(event)],
    ];
  }

  /** Waits for transactions that run, and keeps others out meanwhile. */
  async empty(): Promise<void> {
    await this.pools.systemTransaction(async (client) => {
      await client.query(`TRUNCATE ${TABLES.join(', ')}`);
    });
  }

  /** Runs every handler of the event; none, if it is not for this service. */
  async take(event: CloudEvent): Promise<void> {
    for (const [types, handle] of this.handlers) if (types.includes(event.type)) await handle(event as never);
  }
}
