import type { Card } from '@hsl/contracts/schemas/department-tasks';
import type { Interview, SuperviseOrder } from '@hsl/contracts/schemas/task-steps';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { CardRow, InterviewRow, OrderRow } from './order-rows.js';
import { ORDER_SOURCES, type OrderSource } from './order-sources.js';
import { useOrders } from './use-orders.js';
import '../approvals/approvals.css';
import '../tasks/tasks.css';
import '../whistle/whistle.css';

const route = getRouteApi('/orders');
/** Interviews are for the head of the unit and for leaders to read. */
const READ_INTERVIEWS: readonly string[] = ['head', 'deputyLeader', 'groupLeader'];

/** What were we warned of, what is owed? */
export function OrdersPage() {
  const { t } = useTranslation();
  const { of = 'cards', open } = route.useSearch();
  const navigate = route.useNavigate();
  const mayInterview = (useMe()?.posts ?? []).some(({ role }) => READ_INTERVIEWS.includes(role));
  const sources = ORDER_SOURCES.filter((source) => source !== 'interviews' || mayInterview);
  return (
    <section>
      <h1>{t('orders.title')}</h1>
      <div className="sheet-buttons tasks-bar">
        {sources.map((source) => (
          <Button key={source} aria-pressed={of === source} onClick={() => void navigate({ search: { of: source } })}>
            {t(`orders.of.${source}`)}
          </Button>
        ))}
        {of !== 'cards' && (
          <Button
            aria-pressed={open === 'true'}
            onClick={() => void navigate({ search: { of, ...(open !== 'true' && { open: 'true' }) } })}
          >
            {t('orders.open')}
          </Button>
        )}
      </div>
      <Source key={`${of} ${open}`} source={of} open={open} />
    </section>
  );
}

function Source({ source, open }: { source: OrderSource; open?: 'true' }) {
  const filters: Record<string, string> = open === undefined ? {} : { open };
  if (source === 'cards') return <Cards />;
  return source === 'orders' ? <Orders filters={filters} /> : <Interviews filters={filters} />;
}

function Cards() {
  const { query, rows } = useOrders<Card>('/api/cards', {});
  return (
    <Rows source="cards" query={query} isEmpty={rows.length === 0}>
      {rows.map((card) => (
        <CardRow key={card.id} card={card} />
      ))}
    </Rows>
  );
}

function Orders({ filters }: { filters: Readonly<Record<string, string>> }) {
  const { query, rows } = useOrders<SuperviseOrder>('/api/orders', filters);
  return (
    <Rows source="orders" query={query} isEmpty={rows.length === 0}>
      {rows.map((order) => (
        <OrderRow key={order.id} order={order} />
      ))}
    </Rows>
  );
}

function Interviews({ filters }: { filters: Readonly<Record<string, string>> }) {
  const { query, rows } = useOrders<Interview>('/api/interviews', filters);
  return (
    <Rows source="interviews" query={query} isEmpty={rows.length === 0}>
      {rows.map((interview) => (
        <InterviewRow key={interview.id} interview={interview} />
      ))}
    </Rows>
  );
}

interface RowsProps {
  source: OrderSource;
  query: ReturnType<typeof useOrders>['query'];
  isEmpty: boolean;
  children: ReactNode;
}

function Rows({ source, query, isEmpty, children }: RowsProps) {
  const { t } = useTranslation();
  return (
    <LoadState query={query}>
      {isEmpty && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`orders.empty.${source}`)} />}
      <ul className="approvals">{children}</ul>
      <LoadMore query={query} />
    </LoadState>
  );
}
