import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { Uploads } from './uploads.js';

interface Props {
  receipt: SubmissionReceipt;
  photos: readonly ChosenFile[];
}

/** It has come in: the code first, then the photos. */
export function Receipt({ receipt, photos }: Props) {
  const { t, i18n } = useTranslation();
  const { trackingCode, dueAt } = receipt;
  const due = instantText(Date.parse(dueAt), Date.now(), i18n.language);
  return (
    <section role="status">
      <h1>{t('receipt.title')}</h1>
      <p className="panel">
        {t('receipt.code')}
        <br />
        <span className="code">{trackingCode}</span>
        <br />
        {t('receipt.due', { due })}
      </p>
      <Uploads trackingCode={trackingCode} photos={photos} />
      <a className="button" href={`/t/${encodeURIComponent(trackingCode)}`}>
        {t('receipt.track')}
      </a>
    </section>
  );
}
