import type { Report } from '@hsl/contracts/schemas/reports';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';
import { downloadReport } from './download-report.js';

/** What may be done with a finished report; what the reader has no right to is not there. */
export function ReportButtons({ report, releaseWords }: { report: Report; releaseWords: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id, file, actions } = report;
  const action = (name: string) => actions.find((one) => one.name === name);
  const download = useSending({ mutationFn: () => downloadReport(id, file?.name ?? id) });
  const release = useSending({
    mutationFn: () => ask(`/api/reports/${encodeURIComponent(id)}/release`, { method: 'POST', body: {} }),
    onSuccess: () =>
      Promise.all([['reports'], ['report', id]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const failure = download.error ?? release.error;
  const releasing = action('report.release');
  if (file === undefined) return null;
  return (
    <>
      <span className="sheet-buttons">
        {action('report.export')?.allowed === true && (
          <Button
            loading={download.isPending}
            aria-label={t('reports.downloadOf', { name: file.name })}
            onClick={() => download.send(undefined)}
          >
            {t('reports.download')}
          </Button>
        )}
        {releasing?.allowed === true && (
          <Popconfirm
            title={t('reports.release.sure')}
            okText={releaseWords}
            cancelText={t('action.cancel')}
            onConfirm={() => release.send(undefined)}
          >
            <Button type="primary" loading={release.isPending}>
              {releaseWords}
            </Button>
          </Popconfirm>
        )}
        {releasing?.reasonCode === 'separationOfDuties' && report.releasedAt === undefined && (
          <small>{t('reports.release.others')}</small>
        )}
      </span>
      {failure !== null && <Alert role="alert" type="error" showIcon title={failureText(failure, t)} />}
    </>
  );
}
