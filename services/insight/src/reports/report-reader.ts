import type { Instant } from '@hsl/contracts/instants';
import { toIso } from '@hsl/contracts/instants';
import type { Brand } from '@hsl/platform/brand';
import type pg from 'pg';
import type { Place } from '../projection/places.repository.js';
import { minuteText } from './report-cells.js';
import type { ContentTable, ReportContent } from './report-content.js';
import type { ReportDefinition, Section } from './report-definition.js';
import { periodWords } from './period-words.js';
import { bound, type ReportAsked } from './report-sql.js';
import { crossTableOf, namesIn, tableOf, type QueryRow } from './report-tables.js';

/** More rows than its format carries. */
export class ReportTooLargeError extends Error {}

export interface Found {
  tables: ContentTable[];
  /** Rows that tell of something in the period; 0 if it is empty. */
  rows: number;
}

/**
 * Asks every section of a report, all within the caller's transaction.
 * @param told is called after each section with the share that is done, 0 to 1
 * @throws ReportTooLargeError beyond `most` rows in all
 */
export async function findTables(
  client: pg.PoolClient,
  { sections }: ReportDefinition,
  about: { asked: ReportAsked; places: readonly Place[]; most: number; told: (share: number) => Promise<void> },
): Promise<Found> {
  const { asked, places, most, told } = about;
  const found: Found = { tables: [], rows: 0 };
  let left = most;
  for (const [index, section] of sections.entries()) {
    const rows = await ask(client, section, asked, left);
    left -= rows.length;
    found.rows += 'isBackdrop' in section ? 0 : rows.length;
    found.tables.push(
      'cross' in section ? crossTableOf(section, rows, places) : tableOf(section, rows, namesIn(places)),
    );
    await told((index + 1) / sections.length);
  }
  return found;
}

async function ask(client: pg.PoolClient, section: Section, asked: ReportAsked, most: number): Promise<QueryRow[]> {
  const { text, values } = bound(section.sql, asked);
  const { rows } = await client.query<QueryRow>({ text: `${text}\nLIMIT ${most + 1}`, values });
  if (rows.length > most) throw new ReportTooLargeError(section.title);
  return rows;
}

export interface Versions {
  definition: number;
  /** Undefined as long as no event has told of any. */
  ruleSet?: number;
}

/** The finished report with what has to be printed on it. */
export function contentOf(
  { title }: ReportDefinition,
  asked: ReportAsked,
  about: { tables: ContentTable[]; brand: Brand; asOf?: Instant; madeAt: Instant; versions: Versions },
): ReportContent {
  const { tables, brand, asOf, madeAt, versions } = about;
  const { ruleSet, definition } = versions;
  const shown = (at: Instant): string => minuteText(new Date(toIso(at)));
  return {
    ...{ brand: brand.zh, tables },
    title: asked.whistle === undefined ? title.zh : `${title.zh} ${asked.whistle}`,
    head: [
      ['统计时间段', `${periodWords(asked.from, asked.to)}（${asked.from} 至 ${asked.to}）`],
      ['数据截至', asOf === undefined ? '尚无数据' : shown(asOf)],
      ['生成时间', shown(madeAt)],
      ['报表口径版本', String(definition)],
      ['规则版本', ruleSet === undefined ? '未收到' : String(ruleSet)],
    ],
  };
}
