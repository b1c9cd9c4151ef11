import type { Blown } from '@hsl/contracts/schemas/whistle-answers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { BlowForm } from './blow-form.js';
import { BlowReceipt } from './blow-receipt.js';

export type BlownAnswer = z.output<typeof Blown>;

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
