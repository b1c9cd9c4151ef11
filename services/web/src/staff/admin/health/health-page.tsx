import type { PlatformHealth, ServiceHealth } from '@hsl/contracts/schemas/platform-health';
import type { z } from 'zod';
import type { ProjectionFinding } from '@hsl/contracts/schemas/projection-findings';
import type { ReconciliationReport } from '@hsl/contracts/schemas/reconciliations';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { ask } from '../../sign-in/session.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';
import { EventFlow } from './event-flow.js';
import { FailedNotices } from './failed-notices.js';
import { FailedSenderTexts } from './failed-sender-texts.js';

const ASK_AGAIN_MS = 15_000;

/** What is broken, and what it touches. */
export function HealthPage() {
  return (
    <AdminFrame words="admin.health">
      <Services />
      <EventFlow />
      <FailedNotices />
      <FailedSenderTexts />
      <Reconciliations />
      <Projections />
    </AdminFrame>
  );
}

function Services() {
  const { t } = useTranslation();
  const at = useAt();
  const query = useQuery({
    queryKey: ['admin', 'health'],
    queryFn: () => ask<PlatformHealth>('/api/platform-health'),
    refetchInterval: ASK_AGAIN_MS,
  });
  const services = query.data?.services ?? [];
  const isWell = services.every(({ status, dependencies }) => status === 'up' && dependencies.every(isUp));
  return (
    <section>
      <h2>{t('health.services')}</h2>
      <LoadState query={query}>
        {query.data && (
          <p role="status">
            {t(isWell ? 'health.well' : 'health.unwell')} · {t('health.asOf', { at: at(query.data.at) })}
          </p>
        )}
        <TableBox
          label={t('health.services')}
          columns={['service', 'status', 'needs'].map((one) => t(`health.${one}`))}
        >
          {services.map((one) => (
            <ServiceRow key={one.service} health={one} />
          ))}
        </TableBox>
        <Button onClick={() => void query.refetch()}>{t('health.askAgain')}</Button>
      </LoadState>
    </section>
  );
}

const isUp = ({ status }: ServiceHealth['dependencies'][number]): boolean => status === 'up';

function ServiceRow({ health: { service, status, dependencies } }: { health: ServiceHealth }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{t(`health.service.${service}`)}</th>
      <td>{t(`health.status.${status}`)}</td>
      <td className="wide">
        {dependencies.map(({ name, status: stands, required, reason = '' }) => (
          <span key={name} className="dependency">
            {stands === 'up'
              ? t('health.dependency.up', { name })
              : t(required ? 'health.dependency.missing' : 'health.dependency.down', { name, reason })}
          </span>
        ))}
      </td>
    </tr>
  );
}

function Reconciliations() {
  const { t } = useTranslation();
  const at = useAt();
  const { query, rows } = useListed<ReconciliationReport>('/api/reconciliations');
  const columns = ['owner', 'at', 'checked', 'repaired', 'reported'].map((one) => t(`health.run.${one}`));
  // The list is newest first: what stands is what each service found last.
  const newest = new Map(rows.toReversed().map((report) => [report.owner, report]));
  const standing = [...newest.values()].flatMap(({ findings }) => findings.filter(({ isRepaired }) => !isRepaired));
  return (
    <section>
      <h2>{t('health.runs')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('health.runs.none')}</p>}
        <TableBox label={t('health.runs')} columns={columns}>
          {rows.map(({ id, owner, finishedAt, checked, repaired, reported }) => (
            <tr key={id}>
              <th scope="row">{t(`health.service.${owner}`)}</th>
              <td>{at(finishedAt)}</td>
              <td>{checked}</td>
              <td>{repaired}</td>
              <td>{reported}</td>
            </tr>
          ))}
        </TableBox>
        <ul>
          {standing.map(({ whistleId, process, kind, remedy = kind }) => (
            <li key={`${whistleId} ${process?.id} ${kind}`}>
              {t('health.run.finding', { id: whistleId ?? process?.id ?? '', remedy })}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

function Projections() {
  const { t } = useTranslation();
  const at = useAt();
  const { query, rows } = useListed<z.output<typeof ProjectionFinding>>('/api/projection-findings');
  return (
    <section>
      <h2>{t('health.findings')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('health.findings.none')}</p>}
        <ul>
          {rows.map(({ id, whistleId, foundAt, told, held }) => (
            <li key={id}>
              {t('health.finding', { id: whistleId, at: at(foundAt), held: held?.state ?? '–', told: told.state })}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
