import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { BlowForm } from './blow-form.js';
import { BlowFromSubmission, BlowFromTopic } from './blow-from.js';
import { BlowReceipt } from './blow-receipt.js';
import type { BlownAnswer } from './blown.js';

const route = getRouteApi('/whistles/new');

/** Have I said enough for others to act? */
export function BlowPage() {
  const { t } = useTranslation();
  const { submission, topic } = route.useSearch();
  const navigate = route.useNavigate();
  const [sent, setSent] = useState<{ blown: BlownAnswer; files: readonly ChosenFile[] }>();
  const onBlown = (blown: BlownAnswer, files: readonly ChosenFile[]): void => setSent({ blown, files });
  const another = (): void => {
    setSent(undefined);
    void navigate({ search: {} });
  };
  return (
    <section className="blow">
      <h1>{t('blow.title')}</h1>
      {sent ? (
        <BlowReceipt {...sent} onAnother={another} />
      ) : submission !== undefined ? (
        <BlowFromSubmission id={submission} onBlown={onBlown} />
      ) : topic !== undefined ? (
        <BlowFromTopic id={topic} onBlown={onBlown} />
      ) : (
        <BlowForm onBlown={onBlown} />
      )}
    </section>
  );
}
