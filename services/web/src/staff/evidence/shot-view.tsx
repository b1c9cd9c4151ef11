import { Button, Modal } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from './exhibit.js';
import { FileImage } from './file-image.js';
import { useExhibitText } from './use-exhibit-text.js';

interface Props {
  pictures: readonly Exhibit[];
  at: number;
  place?: string;
  onMove: (at: number) => void;
  onClose: () => void;
}

const STEPS: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One picture large; arrows go on, Esc closes. */
export function ShotView({ pictures, at, place, onMove, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useExhibitText(place);
  const exhibit = pictures[at]!;
  const { alt } = textOf(exhibit);
  const move = (step: number): void => {
    if (pictures[at + step]) onMove(at + step);
  };
  const press = ({ key }: KeyboardEvent): void => {
    const step = STEPS[key];
    if (step !== undefined) move(step);
  };
  return (
    <Modal
      open
      centered
      width={960}
      title={alt}
      onCancel={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={null}
    >
      <div className="shot-view" onKeyDown={press} role="presentation">
        <FileImage address={exhibit.address} alt={alt} />
        <p aria-live="polite">
          {t('evidence.position', { n: at + 1, of: pictures.length })}
          {exhibit.note !== undefined && ` · ${exhibit.note}`}
        </p>
        <Button autoFocus disabled={at === 0} onClick={() => move(-1)}>
          {t('evidence.previous')}
        </Button>{' '}
        <Button disabled={at === pictures.length - 1} onClick={() => move(1)}>
          {t('evidence.next')}
        </Button>
      </div>
    </Modal>
  );
}
