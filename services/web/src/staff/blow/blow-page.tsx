import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { BlowForm } from './blow-form.js';
import { BlowReceipt } from './blow-receipt.js';
import type { BlownAnswer } from './blown.js';

/** Have I said enough for others to act? */
export function BlowPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState<{ blown: BlownAnswer; files: readonly ChosenFile[] }>();
  return (
    <section className="blow">
      <h1>{t('blow.title')}</h1>
      {sent ? (
        <BlowReceipt {...sent} onAnother={() => setSent(undefined)} />
      ) : (
        <BlowForm onBlown={(blown, files) => setSent({ blown, files })} />
      )}
    </section>
  );
}
