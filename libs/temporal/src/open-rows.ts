import type { Finding, SubProcess } from '@hsl/contracts/reconciliation';
import { heartbeat } from './activity-heartbeat.js';
import type { Compared, Comparison } from './reconciled-parts.js';
import { RunningProcesses, type Asked, type Standing } from './running-processes.js';
import type { TemporalClient } from './temporal-client.js';

const PAGE = 100;
const AT_ONCE = 10;
/** A decision that was under way between reading the row and asking its workflow is over by then. */
const SECOND_LOOK_MS = 2_000;

/** A row whose process has not ended: its workflow must be running. */
export interface OpenRow extends Standing {
  id: string;
  /** Absent for what belongs to no matter. */
  whistleId?: string;
  workflowId: string;
}

/** One that a matter waits for. */
export interface OpenRowOfMatter extends OpenRow {
  whistleId: string;
}

/** Which of the open rows; all of them where it is empty. */
export interface WantedIds {
  gt?: string;
  in?: string[];
}

export interface OpenRowSource<Row extends OpenRow> {
  kind: SubProcess;
  /** By which the workflow names its state and version; without one it is only looked whether it runs. */
  query?: string;
  /** Open rows of these, in the order of their ids. */
  open(subdistrictId: string, id: WantedIds, take: number): Promise<Row[]>;
  /** Begins a lost process again where that is certain to lose nothing; answers whether it did. */
  beginAgain(row: Row, finding: Finding): Promise<boolean>;
}

/** The difference between an open row and its workflow (domain 4.6), or undefined where there is none. */
export function findingOfOpen(kind: SubProcess, row: OpenRow, asked: Asked, isAsked: boolean): Finding | undefined {
  const { id, whistleId, state, version } = row;
  const matter = whistleId === undefined ? {} : { whistleId };
  const found = { ...matter, process: { kind, id }, isRepaired: false, row: { state, version } };
  if (asked.status === 'unknown') return { ...found, kind: 'neverStarted' };
  if (asked.status !== 'running') return { ...found, kind: 'closed' };
  if (!isAsked) return undefined;
  const { view } = asked;
  if (!view) return { ...found, kind: 'unanswered' };
  if (view.state === state && view.version === version) return undefined;
  return { ...found, kind: 'differs', workflow: { state: view.state, version: view.version } };
}

/**
 * Compares an owner's open rows with their workflows, a page at a time. Most differences are only reported: what a process
 * that a matter waits for had decided is in its history alone, and only a person can say what becomes of the matter.
 */
export class OpenRows<Row extends OpenRow = OpenRow> implements Comparison {
  private readonly running: RunningProcesses;

  constructor(
    temporal: TemporalClient,
    private readonly source: OpenRowSource<Row>,
  ) {
    this.running = new RunningProcesses(temporal);
  }

  async compare(subdistrictId: string, after: string | undefined): Promise<Compared> {
    const rows = await this.source.open(subdistrictId, after === undefined ? {} : { gt: after }, PAGE);
    const suspects = await this.findingsOf(rows);
    const findings = suspects.length > 0 ? await this.stillFound(subdistrictId, suspects) : [];
    const last = rows.length < PAGE ? undefined : rows.at(-1)?.id;
    return { checked: rows.length, findings, ...(last === undefined ? {} : { after: last }) };
  }

  private async stillFound(subdistrictId: string, suspects: readonly Finding[]): Promise<Finding[]> {
    await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
    const ids = suspects.flatMap(({ process }) => process?.id ?? []);
    const rows = await this.source.open(subdistrictId, { in: ids }, ids.length);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const findings: Finding[] = [];
    for (const finding of await this.findingsOf(rows)) {
      heartbeat();
      const isRepaired = await this.source.beginAgain(byId.get(finding.process!.id)!, finding);
      findings.push({ ...finding, isRepaired });
    }
    return findings;
  }

  private async findingsOf(rows: readonly OpenRow[]): Promise<Finding[]> {
    const { kind, query } = this.source;
    const found: Finding[] = [];
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      heartbeat();
      const some = rows.slice(at, at + AT_ONCE).map(async (row) => {
        const asked = await this.running.ask(row.workflowId, query);
        return findingOfOpen(kind, row, asked, query !== undefined);
      });
      found.push(...(await Promise.all(some)).flatMap((finding) => finding ?? []));
    }
    return found;
  }
}
