import type { Finding, PageFound, Place, ReconciliationFound } from '@hsl/contracts/reconciliation';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import { heartbeat } from '@hsl/temporal/activity-heartbeat';
import { pageOfParts, type Compared, type Comparison } from '@hsl/temporal/reconciled-parts';
import type { Asked } from '@hsl/temporal/running-processes';
import type {
  ReconciliationActivities,
  ReconciliationReports,
} from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Injectable, Logger } from '@nestjs/common';
import { WhistleStarter } from '../starter/whistle-starter.js';
import { Census } from './census.js';
import { findingOf, maySimplyStart } from './finding.js';
import { OpenLedger } from './open-ledger.js';
import { ReconciliationRepository, type OpenWhistle } from './reconciliation.repository.js';
import { RunningWhistles } from './running-whistles.js';

const PAGE = 100;
const AT_ONCE = 10;
/** A decision that was under way between reading the row and asking its workflow is over by then. */
const SECOND_LOOK_MS = 2_000;

/** Compares whistles with their running workflows (domain 4.6); repairs what is safe, reports the rest. */
@Injectable()
export class Reconciler implements ReconciliationActivities, ReconciliationReports {
  private readonly logger = new Logger(Reconciler.name);
  private readonly parts: Record<'rows' | 'workflows' | 'ledger' | 'census', Comparison>;

  constructor(
    private readonly repository: ReconciliationRepository,
    private readonly running: RunningWhistles,
    private readonly starter: WhistleStarter,
    ledger: OpenLedger,
    census: Census,
  ) {
    this.parts = {
      rows: { compare: (subdistrictId, after) => this.openRows(subdistrictId, after) },
      workflows: { compare: (subdistrictId, after) => this.runningWorkflows(subdistrictId, after) },
      ...{ ledger, census },
    };
  }

  reconcileSubdistricts(): Promise<string[]> {
    return this.repository.subdistricts();
  }

  reconcilePage(page: { subdistrictId: string; place: Place }): Promise<PageFound> {
    return pageOfParts(this.parts, page);
  }

  async recordReconciliation(found: ReconciliationFound): Promise<void> {
    await this.repository.keep(found);
    const { findings: _list, ...counts } = found;
    this.logger.log({ ...counts, msg: 'rows reconciled with their workflows' });
  }

  private async openRows(subdistrictId: string, after: string | undefined): Promise<Compared> {
    const rows = await this.repository.openWhistles(subdistrictId, after, PAGE);
    const findings = await this.confirmed(subdistrictId, await this.suspectsOf(rows));
    return { checked: rows.length, findings, after: rows.length < PAGE ? undefined : rows.at(-1)?.id };
  }

  /** Open rows have been looked at already; here it is about workflows that run for an ended row, or for none. */
  private async runningWorkflows(subdistrictId: string, token: string | undefined): Promise<Compared> {
    const { ids, next } = await this.running.page(subdistrictId, token, PAGE);
    const rows = await this.repository.whistles(subdistrictId, ids);
    const known = new Set(rows.map(({ id }) => id));
    const orphans = ids
      .filter((id) => !known.has(id))
      .map((whistleId): Finding => ({ whistleId, kind: 'rowMissing', isRepaired: false }));
    const ended = rows.filter(({ state }) => !isWhistleOpen(state as WhistleState));
    const findings = await this.confirmed(subdistrictId, await this.suspectsOf(ended));
    return { checked: orphans.length + ended.length, findings: [...orphans, ...findings], after: next };
  }

  private async suspectsOf(rows: readonly OpenWhistle[]): Promise<string[]> {
    const suspects: string[] = [];
    const ended = await this.withoutEntry(rows);
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      heartbeat();
      const asked = rows
        .slice(at, at + AT_ONCE)
        .map(async (row) => findingOf(row, await this.running.ask(row.id), { hasEntry: !ended.has(row.id) }));
      suspects.push(...(await Promise.all(asked)).flatMap((finding) => finding?.whistleId ?? []));
    }
    return suspects;
  }

  /** Rows of one subdistrict. */
  private async withoutEntry(rows: readonly OpenWhistle[]): Promise<Set<string>> {
    const [first] = rows;
    return first ? this.repository.withoutEntry(first.subdistrictId, rows) : new Set();
  }

  /** What a second look still finds, from rows read anew; repaired where that is safe. */
  private async confirmed(subdistrictId: string, suspects: readonly string[]): Promise<Finding[]> {
    if (suspects.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
    const findings: Finding[] = [];
    const rows = await this.repository.whistles(subdistrictId, suspects);
    const ended = await this.withoutEntry(rows);
    for (const row of rows) {
      heartbeat();
      const asked = await this.running.ask(row.id);
      const finding = findingOf(row, asked, { hasEntry: !ended.has(row.id) });
      if (finding) findings.push(await this.repaired(row, finding, asked));
    }
    return findings;
  }

  private async repaired(row: OpenWhistle, finding: Finding, asked: Asked): Promise<Finding> {
    if (!maySimplyStart(row, finding, asked)) return finding;
    if (row.reopenedAt) await this.starter.ensureStarted(row.id);
    else await this.starter.startAgain(row);
    return { ...finding, isRepaired: true };
  }
}
