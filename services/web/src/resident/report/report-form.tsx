import type { QrForm } from '@hsl/contracts/schemas/qr-points';
import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useId, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Submit } from '../parts.js';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { PhotoPicker } from './photo-picker.js';
import { PlaceChoice } from './place-choice.js';
import { PositionButton } from './position-button.js';
import type { Origin } from './report-body.js';
import { usePhotos } from './use-photos.js';
import { useReport } from './use-report.js';

interface Props {
  /** Names the draft on this phone. */
  form: string;
  origin: Origin;
  /** Where the code hangs that was scanned. */
  here?: QrForm;
  /** What is under way there. */
  children?: ReactNode;
  onSent: (receipt: SubmissionReceipt, photos: readonly ChosenFile[]) => void;
}

/** One required field; what is typed stays on the phone until it is received. */
export function ReportForm({ form, origin, here, children, onSent }: Props) {
  const { t } = useTranslation();
  const ids = { text: useId(), place: useId(), phone: useId(), hint: useId() };
  const first = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLInputElement>(null);
  const { photos, change: changePhotos, received } = usePhotos(form);
  const { typed, change, send, isSending, failure } = useReport(form, origin, async (receipt) => {
    await received(receipt.trackingCode);
    onSent(receipt, photos);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.text.trim() === '') first.current?.focus();
    send();
  };
  return (
    <form onSubmit={submit} noValidate>
      {here && (
        <PlaceChoice
          here={here}
          typed={typed.place}
          onChange={(chosen) => change({ place: chosen })}
          onOwn={() => place.current?.focus()}
        />
      )}
      {children}
      <Problem text={failure} />
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
      <PhotoPicker photos={photos} onChange={changePhotos} />
      <label htmlFor={ids.place}>{t('report.place')}</label>
      <input
        id={ids.place}
        ref={place}
        maxLength={120}
        value={typed.place}
        onChange={({ target }) => change({ place: target.value })}
      />
      <PositionButton position={typed.position} onChange={(position) => change({ position })} />
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
      <Submit isSending={isSending} label={t('report.submit')} />
    </form>
  );
}
