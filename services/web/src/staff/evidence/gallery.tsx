import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_STAGES } from './evidence-typed.js';
import { isPicture, type Exhibit } from './exhibit.js';
import { FileImage } from './file-image.js';
import { SaveButton } from './save-button.js';
import { ShotView } from './shot-view.js';
import { ShotPair } from './shot-pair.js';
import { useExhibitText } from './use-exhibit-text.js';
import './evidence.css';

interface Props {
  exhibits: readonly Exhibit[];
  /** Where the matter is; photos keep no place of their own. */
  place?: string;
}

/** Photos and documents by when in the work they were seen. */
export function Gallery({ exhibits, place }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number>();
  const [isPair, setPair] = useState(false);
  const pictures = EVIDENCE_STAGES.flatMap((stage) => exhibits.filter((one) => one.stage === stage && isPicture(one)));
  const before = pictures.find(({ stage }) => stage === 'before');
  const after = pictures.findLast(({ stage }) => stage === 'after');
  return (
    <>
      {exhibits.length === 0 && <p>{t('evidence.none')}</p>}
      {EVIDENCE_STAGES.map((stage) => (
        <Group
          key={stage}
          title={t(`evidence.stage.${stage}`)}
          exhibits={exhibits.filter((one) => one.stage === stage)}
          place={place}
          onOpen={(exhibit) => setShown(pictures.indexOf(exhibit))}
        />
      ))}
      {before && after && <Button onClick={() => setPair(true)}>{t('evidence.compare')}</Button>}
      {isPair && before && after && <ShotPair pair={[before, after]} place={place} onClose={() => setPair(false)} />}
      {shown !== undefined && pictures[shown] && (
        <ShotView pictures={pictures} at={shown} place={place} onMove={setShown} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

interface GroupProps extends Props {
  title: string;
  onOpen: (exhibit: Exhibit) => void;
}

function Group({ title, exhibits, place, onOpen }: GroupProps) {
  const { t } = useTranslation();
  const textOf = useExhibitText(place);
  if (exhibits.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="shots">
        {exhibits.map((exhibit) => {
          const { file, address, note } = exhibit;
          const { alt, line } = textOf(exhibit);
          return (
            <li key={file.id}>
              {isPicture(exhibit) ? (
                <button
                  type="button"
                  className="shot-open"
                  aria-label={t('evidence.open', { what: alt })}
                  onClick={() => onOpen(exhibit)}
                >
                  <FileImage address={address} sha256={file.sha256} alt="" />
                </button>
              ) : (
                <SaveButton address={address} name={file.name} />
              )}
              <small>{[line, note, file.redacted && t('evidence.covered')].filter(Boolean).join(' · ')}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
