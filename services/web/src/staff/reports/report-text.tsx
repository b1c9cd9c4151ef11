import type { ReportText as Text } from '@hsl/contracts/schemas/reports';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../time/day-text.js';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { TableBox } from '../table-box.js';
import { useReportText } from './use-reports.js';

type Table = Text['tables'][number];
type Cell = Table['rows'][number][number];

/** The report as it was made: its head with period and versions, then its tables. */
export function ReportText({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const query = useReportText(id);
  return (
    <LoadState query={query}>
      {i18n.language === 'en' && <p>{t('reports.inChinese')}</p>}
      {query.data && (
        <div lang="zh-CN" className="report-text">
          <dl className="report-head">
            {query.data.head.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {query.data.tables.map((table) => (
            <TextTable key={table.title} table={table} />
          ))}
        </div>
      )}
    </LoadState>
  );
}

/** The file has what a table program sorts by; a page says it as people do. The report is in Chinese for everybody. */
function instantOf(written: string): string {
  const [day = '', ...clock] = written.split(' ');
  return [dayText(day, 'zh-CN'), ...clock].join(' ');
}

function TextTable({ table }: { table: Table }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { title, note, columns, rows } = table;
  const text = (cell: Cell, kind: string | undefined): string => {
    if (cell === null) return '';
    if (kind === 'day' || kind === 'minute') return instantOf(String(cell));
    if (kind === 'member') return nameOf('member', String(cell));
    return kind === 'percent' ? `${cell}%` : String(cell);
  };
  return (
    <section>
      <h2>{title}</h2>
      {note !== undefined && <p className="note">{note}</p>}
      {rows.length === 0 && <p>{t('reports.nothing')}</p>}
      {rows.length > 0 && (
        <TableBox label={title} columns={columns.map(({ heading }) => heading)}>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={columns[at]?.heading} className={typeof cell === 'number' ? 'number' : undefined}>
                  {text(cell, columns[at]?.kind)}
                </td>
              ))}
            </tr>
          ))}
        </TableBox>
      )}
    </section>
  );
}
