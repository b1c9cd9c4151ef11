import type { FiguresAnswer, LightsAnswer, OneFigureAnswer } from '@hsl/contracts/schemas/figures';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../blow/use-places.js';
import { FigureBars } from '../figures/figure-bars.js';
import { FigureLine } from '../figures/figure-line.js';
import type { Period, PeriodName } from '../figures/periods.js';
import { LoadState } from '../load-state.js';
import { LIGHT_SHAPES } from '../light-shapes.js';
import { ask } from '../sign-in/session.js';
import { TableBox } from '../table-box.js';
import { pathWith } from '../use-pages.js';

/** What a unit answers for: response, pace, returns, extensions, cards (domain 5.1). */
const INDICATORS = ['I1', 'I2', 'I3', 'I4', 'I13', 'I15', 'I20'];
const SATISFACTION = 'I7';
const COLUMNS = ['name', 'value', 'n', 'previous', 'yearBefore'] as const;

interface Props {
  id: string;
  name: PeriodName;
  days: Period;
}

/** The figures of one unit, why its light is what it is, and how content each community's residents are. */
export function DepartmentFigures({ id, name, days }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['figures', days, id],
    queryFn: () => ask<FiguresAnswer>(pathWith('/api/figures', { ...days, department: id })),
  });
  const own = query.data?.items.filter(({ indicator }) => INDICATORS.includes(indicator)) ?? [];
  const isEmpty = query.data !== undefined && own.every(({ n }) => n === 0);
  return (
    <>
      <Light id={id} days={days} />
      <section>
        <h2>{t('department.figures')}</h2>
        <LoadState query={query}>
          {isEmpty && <p>{t('department.figures.none')}</p>}
          {!isEmpty && (
            <TableBox label={t('department.figures')} columns={COLUMNS.map((column) => t(`figures.${column}`))}>
              {own.map((figure) => (
                <FigureLine key={figure.id} figure={figure} period={name} />
              ))}
            </TableBox>
          )}
        </LoadState>
      </section>
      <ByCommunity id={id} days={days} />
    </>
  );
}

function Light({ id, days }: Pick<Props, 'id' | 'days'>) {
  const { t, i18n } = useTranslation();
  const query = useQuery({
    queryKey: ['lights', days],
    queryFn: () => ask<LightsAnswer>(pathWith('/api/figures/lights', { ...days })),
  });
  const lit = query.data?.items.find((one) => one.kind === 'department' && one.id === id);
  return (
    <section>
      <h2>{t('department.light')}</h2>
      <LoadState query={query}>
        {lit && (
          <p>
            <span className={`light ${lit.light}`} aria-hidden="true">
              {LIGHT_SHAPES[lit.light]}
            </span>{' '}
            <strong>{t(`department.light.${lit.light}`)}</strong> ·{' '}
            {i18n.language === 'en' ? lit.reason.en : lit.reason.zh}
          </p>
        )}
      </LoadState>
    </section>
  );
}

function ByCommunity({ id, days }: Pick<Props, 'id' | 'days'>) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const { data } = useQuery({
    queryKey: ['figure', SATISFACTION, days, id],
    queryFn: () =>
      ask<OneFigureAnswer>(pathWith(`/api/figures/${SATISFACTION}`, { ...days, department: id, by: 'community' })),
  });
  const nameOf = (key: string): string => communities.find(({ value }) => value === key)?.label ?? key;
  const rows = data?.apart.map((one) => ({ label: nameOf(one.key), ...one })) ?? [];
  return <FigureBars title={t('department.byCommunity')} unit={data?.unit ?? 'percent'} rows={rows} />;
}
