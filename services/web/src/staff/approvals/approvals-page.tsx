import { getRouteApi } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionSheet } from '../actions/action-sheet.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { ANSWERS, ApprovalCard, labelOf, type Answer } from './approval-card.js';
import { mayBulk, type ApprovalItem } from './approval-item.js';
import { APPROVAL_SOURCES } from './approval-sources.js';
import { BulkApproval } from './bulk-approval.js';
import { PendingErasures, usePendingErasures } from './pending-erasures.js';
import { useApprovals } from './use-approvals.js';
import { withVerdict } from './verdict-form.js';
import '../tasks/tasks.css';
import '../whistle/whistle.css';
import './approvals.css';

const route = getRouteApi('/approvals');

/** What waits for my word, how long? Everything in one list, and the word is given in place. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const { of, do: doing } = route.useSearch();
  const navigate = route.useNavigate();
  const { items, query } = useApprovals(of);
  const pending = usePendingErasures();
  const erasures = of === undefined ? pending : [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const opener = useRef<Element>(null);
  const open = (search: { do?: string }): void => void navigate({ search: { of, ...search } });
  const close = async (): Promise<void> => {
    await navigate({ search: { of }, replace: true });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <section>
      <h1>{t('approvals.title', { n: `${items.length + erasures.length}${query.hasNextPage ? '+' : ''}` })}</h1>
      <div className="sheet-buttons tasks-bar">
        {[undefined, ...APPROVAL_SOURCES].map((source) => (
          <Button
            key={source ?? 'all'}
            aria-pressed={of === source}
            onClick={() => void navigate({ search: { of: source } })}
          >
            {t(`approvals.of.${source ?? 'all'}`)}
          </Button>
        ))}
        <BulkApproval items={items.filter((one) => mayBulk(one) && chosen.includes(one.key))} />
      </div>
      <LoadState query={query}>
        {items.length + erasures.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('approvals.empty')} />
        )}
        <ul className="approvals">
          {items.map((item) => (
            <ApprovalCard
              key={item.key}
              item={item}
              isChosen={chosen.includes(item.key)}
              onChoose={(is) =>
                setChosen((keys) => [...keys.filter((key) => key !== item.key), ...(is ? [item.key] : [])])
              }
              onAnswer={(answer) => {
                opener.current = document.activeElement;
                open({ do: `${answer}.${item.key}` });
              }}
            />
          ))}
        </ul>
        <PendingErasures requests={erasures} />
        <LoadMore query={query} />
      </LoadState>
      <OpenSheet doing={doing} items={items} onClose={() => void close()} />
    </section>
  );
}

/** The sheet of the word that is being given; it stays while the list behind it changes. */
function OpenSheet({ doing, items, onClose }: { doing?: string; items: ApprovalItem[]; onClose: () => void }) {
  const { t } = useTranslation();
  const kept = useRef<ApprovalItem>(undefined);
  const answer = ANSWERS.find((one): one is Answer => doing?.startsWith(`${one}.`) ?? false);
  const found = items.find(({ key }) => doing === `${answer}.${key}`);
  if (found) kept.current = found;
  if (answer === undefined) return null;
  const item = found ?? (doing === `${answer}.${kept.current?.key}` ? kept.current : undefined);
  if (!item) return null;
  const { action, form, subject } = item;
  return (
    <ActionSheet
      key={doing}
      name={answer === 'act' ? action.name : `${action.name}.${answer}`}
      label={labelOf(item, answer, t)}
      form={answer === 'act' ? form : withVerdict(form, answer === 'approve' ? 'true' : 'false')}
      subject={subject}
      onClose={onClose}
    />
  );
}
