import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommunityField } from '../community/community-field.js';
import { useCommunity } from '../community/use-community.js';
import { Awaited } from '../parts.js';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { Receipt } from './receipt.js';
import { ReportForm } from './report-form.js';

/** Without a code on a wall: the community is chosen, the rest is the same. */
export function OpenReportPage() {
  const { t } = useTranslation();
  const { list, items, id, choose, chosen } = useCommunity();
  const [sent, setSent] = useState<{ receipt: SubmissionReceipt; photos: readonly ChosenFile[] }>();
  if (sent) return <Receipt {...sent} />;
  return (
    <>
      <h1>{t('report.title')}</h1>
      <p className="panel">{t('report.emergency')}</p>
      <Awaited asked={list}>
        {() => (
          <>
            <CommunityField items={items} value={id} onChange={choose} />
            {chosen && (
              <ReportForm
                form="report.open"
                origin={{ subdistrictId: chosen.subdistrictId, communityId: chosen.id }}
                onSent={(receipt, photos) => setSent({ receipt, photos })}
              />
            )}
          </>
        )}
      </Awaited>
    </>
  );
}
