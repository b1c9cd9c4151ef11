import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlowForm } from './blow-form.js';
import { BlowReceipt } from './blow-receipt.js';
import type { BlownAnswer } from './blown.js';

/** Have I said enough for others to act? */
export function BlowPage() {
  const { t } = useTranslation();
  const [blown, setBlown] = useState<BlownAnswer>();
  return (
    <section className="blow">
      <h1>{t('blow.title')}</h1>
      {blown ? <BlowReceipt blown={blown} onAnother={() => setBlown(undefined)} /> : <BlowForm onBlown={setBlown} />}
    </section>
  );
}
