import { onTestStack } from '../../local/on-test-stack.js';
import { SERVICE_NAMES } from '../../local/service-table.js';
import { Databases } from './databases.js';
import { computeFigures, type Computed } from './figures.js';
import { pastMatters } from './past-matters.js';
import { PERIOD } from './period.js';
import { pastProposals } from './past-proposals.js';
import { pastSessions } from './past-sessions.js';
import { takeOver } from './take-over.js';
import { readUnits } from './units.js';

/**
 * `npm run demo -- --article`: on a fresh platform the records of the period are taken over by the services themselves;
 * then every figure of the article is computed from their rows.
 * @returns 0 only if all are as the article has them
 */
export function playArticle(write: (line: string) => void): Promise<number> {
  write('• 启动一个全新的平台 …');
  return onTestStack({ services: SERVICE_NAMES }, async ({ addresses }) => {
    const databases = new Databases(addresses.databaseUrl);
    try {
      const units = await readUnits(databases);
      const records = { matters: pastMatters(units), proposals: pastProposals(units), sessions: pastSessions() };
      await takeOver(addresses, records, (done, all) => {
        if (done % 10 === 0 || done === all) write(`• 已补录 ${done} / ${all}`);
      });
      const figures = await computeFigures(databases);
      write(`\n${PERIOD.from} 至 ${PERIOD.to}\n`);
      for (const figure of figures) write(lineOf(figure));
      return figures.every(isAsTold) ? 0 : 1;
    } finally {
      await databases.close();
    }
  });
}

const isAsTold = ({ actual, expected }: Computed): boolean => actual === expected;

function lineOf(figure: Computed): string {
  const { name, actual, expected, unit = '', owner, sql } = figure;
  const query = sql.replaceAll(/\s+/g, ' ');
  return `${isAsTold(figure) ? '✓' : '✗'} ${name} ${actual ?? '无'}${unit}（报道 ${expected}${unit}）\n    ${owner}: ${query}`;
}
