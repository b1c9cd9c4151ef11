import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { ConsultLinks } from './consult-links.js';
import { CutBar } from './cut-bar.js';
import type { Cut } from './cut.js';
import { useCutList } from './use-cut-list.js';
import './cut-list.css';
import '../work/work.css';
import '../whistle/whistle.css';

interface Props<Item> {
  /** In words. */
  title: string;
  empty: string;
  path: string;
  cuts: readonly Cut[];
  filters: Record<string, string>;
  onCut: (filters: Record<string, string>) => void;
  /** What stands above the list, such as the way to begin something new. */
  children?: ReactNode;
  row: (item: Item) => ReactNode;
}

/** A list of things with a page of their own: what may be begun, the cuts, the rows, the next page. */
export function CutPage<Item extends { id: string }>(props: Props<Item>) {
  const { title, empty, path, cuts, filters, onCut, children, row } = props;
  const { t } = useTranslation();
  const { query, items } = useCutList<Item>(path, filters);
  const isCut = Object.keys(filters).length > 0;
  return (
    <section>
      <ConsultLinks />
      <h1>{title}</h1>
      <div className="cut-head">{children}</div>
      <CutBar cuts={cuts} filters={filters} onChange={onCut} />
      <LoadState query={query}>
        {items.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={isCut ? t('cut.empty') : empty} />
        )}
        <ul className="owed" aria-label={title}>
          {items.map((item) => (
            <li key={item.id}>{row(item)}</li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
