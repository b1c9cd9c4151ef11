import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from './exhibit.js';
import { FileImage } from './file-image.js';
import { useExhibitText } from './use-exhibit-text.js';

interface Props {
  pair: readonly [Exhibit, Exhibit];
  place?: string;
  onClose: () => void;
}

/** How it was beside how it is. */
export function ShotPair({ pair, place, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useExhibitText(place);
  return (
    <Modal
      open
      centered
      width={1200}
      title={t('evidence.compare')}
      onCancel={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={null}
    >
      <div className="shot-view shot-pair">
        {pair.map((exhibit) => (
          <figure key={exhibit.file.id}>
            <FileImage address={exhibit.address} sha256={exhibit.file.sha256} alt={textOf(exhibit).alt} />
            <figcaption>
              {t(`evidence.stage.${exhibit.stage}`)} · {textOf(exhibit).line}
            </figcaption>
          </figure>
        ))}
      </div>
    </Modal>
  );
}
