import type { WhistleProcess } from '@hsl/contracts/schemas/whistle-answers';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { instantText } from '../../time/instant-text.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { mayRead, type Whistle } from './whistle-queries.js';

type Process = z.output<typeof WhistleProcess>;

/** What the running process says of itself, asked for when it is opened, and whether it agrees with the record. */
export function ProcessDetails({ whistle }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { id, version } = whistle;
  const query = useQuery({
    queryKey: ['process', id, version],
    queryFn: () => ask<Process>(`/api/whistles/${id}/process`),
    enabled: isOpen,
  });
  if (!mayRead(whistle, 'whistle.readProcess')) return null;
  return (
    <details className="process" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('whistle.process')}</summary>
      {isOpen && <LoadState query={query}>{query.data && <ProcessFacts process={query.data} />}</LoadState>}
    </details>
  );
}

function ProcessFacts({ process }: { process: Process }) {
  const { t, i18n } = useTranslation();
  const { workflowId, state, version, tasks, deadlines, nextRung, matchesRow } = process;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <ul className="parties">
      <li>
        <strong>{t(matchesRow ? 'whistle.process.matches' : 'whistle.process.differs')}</strong>
      </li>
      <li>{t('whistle.process.at', { id: workflowId, state: t(`state.${state}`), version, tasks: tasks.length })}</li>
      {deadlines.map(({ step, startedAt, dueAt }) => (
        <li key={`${step} ${startedAt}`}>
          {t('whistle.process.clock', { step: t(`step.${step}`), from: at(startedAt), to: at(dueAt) })}
        </li>
      ))}
      {nextRung && <li>{t('whistle.nextRung', { rung: t(`rung.${nextRung.kind}`), at: at(nextRung.at) })}</li>}
    </ul>
  );
}
