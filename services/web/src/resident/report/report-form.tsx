import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from './photo.js';
import { PhotoPicker } from './photo-picker.js';
import { useReport } from './use-report.js';

interface Props {
  code: string;
  onSent: (receipt: SubmissionReceipt, photos: Photo[]) => void;
}

/** One required field; what is typed stays on the phone until it is received. */
export function ReportForm({ code, onSent }: Props) {
  const { t } = useTranslation();
  const ids = { text: useId(), place: useId(), phone: useId(), hint: useId() };
  const first = useRef<HTMLTextAreaElement>(null);
  const [photos, setPhotos] = useState<Photo[]>([]);
  const { typed, change, send, isSending, failure } = useReport(code, (receipt) => onSent(receipt, photos));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.text.trim() === '') first.current?.focus();
    send();
  };
  return (
    <form onSubmit={submit} noValidate>
      {failure !== undefined && (
        <p role="alert" className="panel problem">
          {failure}
        </p>
      )}
      <label htmlFor={ids.text}>{t('report.text')}</label>
      <textarea
        id={ids.text}
        ref={first}
        aria-describedby={ids.hint}
        maxLength={2_000}
        required
        value={typed.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <small id={ids.hint}>{t('report.hint')}</small>
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <label htmlFor={ids.place}>{t('report.place')}</label>
      <input
        id={ids.place}
        maxLength={120}
        value={typed.place}
        onChange={({ target }) => change({ place: target.value })}
      />
      <label htmlFor={ids.phone}>{t('report.phone')}</label>
      <input
        id={ids.phone}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        maxLength={16}
        value={typed.phone}
        onChange={({ target }) => change({ phone: target.value })}
      />
      <small>{t('report.privacy')}</small>
      <button className="primary" type="submit" aria-disabled={isSending}>
        {isSending ? t('report.sending') : t('report.submit')}
      </button>
    </form>
  );
}
