import type { SenderPosition } from '@hsl/contracts/schemas/submissions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPosition, type PositionTrouble } from './position.js';

interface Props {
  position: SenderPosition | undefined;
  onChange: (position: SenderPosition | undefined) => void;
}

/** Where the phone is, if the sender presses for it; nobody is asked before. */
export function PositionButton({ position, onChange }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<PositionTrouble>();
  const ask = async (): Promise<void> => {
    setTrouble(undefined);
    setAsking(true);
    const found = await findPosition('geolocation' in navigator ? navigator.geolocation : undefined);
    setAsking(false);
    if (typeof found === 'string') setTrouble(found);
    else onChange(found);
  };
  return (
    <div className="position">
      {position ? (
        <button type="button" className="small" onClick={() => onChange(undefined)}>
          {t('report.position.drop')}
        </button>
      ) : (
        <button type="button" className="small" aria-disabled={isAsking} onClick={() => isAsking || void ask()}>
          {t(isAsking ? 'report.position.asking' : 'report.position.use')}
        </button>
      )}
      <span role="status">{position && t('report.position.taken', { metres: position.accuracyM })}</span>
      {trouble !== undefined && (
        <p role="alert" className="panel problem">
          {t(`report.position.${trouble}`)}
        </p>
      )}
    </div>
  );
}
