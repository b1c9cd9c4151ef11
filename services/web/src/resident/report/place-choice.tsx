import type { QrForm } from '@hsl/contracts/schemas/qr-points';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../parts.js';

/** Not the name of any place. */
const OWN = '';

interface Props {
  here: Pick<QrForm, 'communityName' | 'place' | 'places'>;
  /** What stands in the field of the place; empty while it is the code's. */
  typed: string;
  onChange: (place: string) => void;
  /** None of the places: the sender writes where. */
  onOwn: () => void;
}

/** Where the code hangs, which may not be where it happened: another place of the community, or one's own words. */
export function PlaceChoice({ here, typed, onChange, onOwn }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isOwn, setOwn] = useState(false);
  const { communityName, place, places } = here;
  const chosen = typed === '' ? (isOwn ? OWN : place) : places.includes(typed) ? typed : OWN;
  const choose = (next: string): void => {
    setOwn(next === OWN);
    onChange(next === place ? '' : next);
    if (next === OWN) onOwn();
  };
  return (
    <div className="panel">
      <p className="here">
        <strong>{[communityName, typed === '' ? place : typed].filter(Boolean).join(' · ')}</strong>{' '}
        <button type="button" className="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('report.place.change')}
        </button>
      </p>
      {isOpen && (
        <>
          <Choice
            legend={t('report.place.which')}
            name="place"
            options={[...[place, ...places].map((one) => [one, one] as const), [OWN, t('report.place.own')]]}
            value={chosen}
            onChange={choose}
          />
          <a href="/p/report">{t('report.place.elsewhere')}</a>
        </>
      )}
      <p>{t('report.emergency')}</p>
    </div>
  );
}
