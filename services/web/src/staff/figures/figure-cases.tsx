import type { FigureAnswer } from '@hsl/contracts/schemas/figures';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import type { CasePart, Period } from './periods.js';
import { useFigureCases } from './use-figures.js';

interface Props {
  id: string;
  period: Period;
  part: CasePart;
  cases: NonNullable<FigureAnswer['cases']>;
  onChange: (part: CasePart) => void;
}

/** Exactly the cases that are counted, by the part of the fraction they stand in. */
export function FigureCases({ id, period, part, cases, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const query = useFigureCases(id, period, part);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const parts = [
    ['numerator', t('figures.numerator', { n: cases.numerator.n })],
    ['denominator', t('figures.denominator', { n: cases.denominator.n })],
    ['excluded', t('figures.excluded')],
  ] as const;
  const columns = ['case', 'case.item', 'case.at', part === 'excluded' ? 'case.leftOut' : 'case.score'];
  return (
    <section className="figure-cases">
      <h2>{t('figures.cases')}</h2>
      <div className="sheet-buttons tasks-bar" role="group" aria-label={t('figures.cases')}>
        {parts.map(([name, label]) => (
          <Button key={name} aria-pressed={name === part} onClick={() => onChange(name)}>
            {label}
          </Button>
        ))}
      </div>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('figures.cases.none')}</p>}
        {rows.length > 0 && (
          <TableBox label={t('figures.cases')} columns={columns.map((column) => t(`figures.${column}`))}>
            {rows.map(({ caseId, number, item, at, score, leftOut }) => (
              <tr key={`${caseId} ${item}`}>
                <td>
                  {number === undefined ? (
                    caseId
                  ) : (
                    <Link to="/whistles/$number" params={{ number }}>
                      {number}
                    </Link>
                  )}
                </td>
                <td>{item}</td>
                <td>{instantText(Date.parse(at), Date.now(), i18n.language)}</td>
                <td>{part === 'excluded' ? leftOut : score}</td>
              </tr>
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
