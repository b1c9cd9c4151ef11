import type { Report, ReportFilter, RequestReport } from '@hsl/contracts/schemas/reports';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { wholeFailureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { useSending } from '../use-sending.js';
import { reportsKey, type ReportPages } from './use-reports.js';

const withFirst = (report: Report, { pages, pageParams }: ReportPages): ReportPages => ({
  pageParams,
  pages: pages.map((page, index) =>
    index > 0 || page.items.some(({ id }) => id === report.id) ? page : { ...page, items: [report, ...page.items] },
  ),
});

/** Has a report made, once however often no answer comes; it stands first in the list of `filter` at once. */
export function useRequesting(form: string, filter: ReportFilter) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const draft = useDraft(`${useMe()?.userId}.${form}`);
  const { send, isPending, error } = useSending({
    mutationFn: async (body: RequestReport) => {
      const report = await draft.sendOnce((headers) => ask<Report>('/api/reports', { method: 'POST', body, headers }));
      queries.setQueryData<ReportPages>(reportsKey(filter), (list) => list && withFirst(report, list));
    },
  });
  const failure = error === null ? undefined : wholeFailureText(error, t);
  return { send, isPending, failure, typed: draft.typed, keep: draft.keep };
}
