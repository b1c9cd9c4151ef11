import type { Step } from '@hsl/contracts/steps';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../design/use-is-phone.js';
import { AlarmBar } from '../alarm/alarm-bar.js';
import { BackToQueue } from '../queue/back-to-queue.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { areShortcutsOn } from '../me/shortcuts.js';
import { useMe } from '../sign-in/use-me.js';
import type { QueueSearch } from '../queue/queue-search.js';
import { MatterPane } from '../whistle/whistle-page.js';
import { AwayNote } from '../whistles/away-note.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { useHeldRows } from './held-rows.js';
import { QueueRows } from './queue-rows.js';
import './triage.css';

interface Props {
  /** The room: its words begin with this. */
  words: 'triage' | 'dispatch';
  /** What the matters of the queue wait for, and the action that does it. */
  step: Step;
  action: string;
  /** Shown above the matter that is chosen, for deciding on it. */
  beside?: (number: string) => ReactNode;
}

/** What waits for one step, the least time left on top, and beside it what is needed to decide. */
export function QueueDesk({ words, step, action, beside }: Props) {
  const { t } = useTranslation();
  const userId = useMe()?.userId ?? '';
  const navigate = useNavigate();
  const { do: doing, open: opened }: QueueSearch = useSearch({ strict: false });
  const isPhone = useIsPhone();
  const [chosen, setChosen] = useState(opened);
  const query = useLiveList({ step });
  const { rows: matters, held, letIn } = useHeldRows(query.data?.pages.flatMap(({ items }) => items));
  const isThere = matters.some(({ number }) => number === chosen);
  // An open sheet keeps its matter, whatever happens to the queue meanwhile.
  const isPinned = chosen !== undefined && (isThere || doing !== undefined);
  // On a phone the matter is a page of its own, and stays it when it has left the queue.
  const shown = isPhone ? opened : isPinned ? chosen : matters[0]?.number;
  if (!isPhone && shown !== chosen) setChosen(shown);
  const choose = (number: string): void => {
    setChosen(number);
    if (isPhone) void navigate({ to: '.', search: { open: number } });
  };
  const act = (number: string): void => {
    setChosen(number);
    void navigate({ to: '.', search: { do: action, ...(isPhone && { open: number }) } });
  };
  const pane = shown !== undefined && (
    <div>
      {beside?.(shown)}
      <MatterPane key={shown} number={shown} />
    </div>
  );
  if (isPhone && opened !== undefined) {
    return (
      <section>
        <BackToQueue />
        {pane}
      </section>
    );
  }
  return (
    <section>
      <h1>{t(`${words}.title`)}</h1>
      <QueueTabs />
      <AlarmBar />
      <p className="keys">{t(areShortcutsOn(userId) ? `${words}.keys` : 'me.shortcuts.off')}</p>
      <LoadState query={query}>
        <AwayNote query={query} />
        <NewRows words={words} held={held} onLetIn={letIn} />
        {matters.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`${words}.empty`)} />
        ) : (
          <div className="triage">
            <QueueRows label={t(`${words}.queue`)} matters={matters} chosen={shown} onChoose={choose} onAct={act} />
            {pane}
          </div>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

/** Says that there is more, politely; the list does not move until somebody says so. */
function NewRows({ words, held, onLetIn }: { words: Props['words']; held: number; onLetIn: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {held > 0 && (
        <Button block onClick={onLetIn}>
          {t(`${words}.held`, { n: held })}
        </Button>
      )}
    </div>
  );
}

/** The queues of a liaison officer's desk. */
function QueueTabs() {
  const { t } = useTranslation();
  return (
    <nav className="queue-tabs" aria-label={t('triage.queues')}>
      <Link to="/triage">{t('triage.tab')}</Link>
      <Link to="/dispatch">{t('dispatch.tab')}</Link>
    </nav>
  );
}
