import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from './exhibit.js';
import { ShotImage } from './shot-image.js';
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
  // Wherever else the focus is: nothing of the page takes a key while a picture is open.
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent): void => {
      // Why somebody wants to see the original is written with the same arrows.
      if (target instanceof HTMLTextAreaElement) return;
      const step = STEPS[key];
      if (step !== undefined && pictures[at + step]) onMove(at + step);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [pictures, at, onMove]);
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
      <div className="shot-view">
        <ShotImage key={exhibit.address} exhibit={exhibit} alt={alt} />
        <p aria-live="polite">
          {t('evidence.position', { n: at + 1, of: pictures.length })}
          {exhibit.note !== undefined && ` · ${exhibit.note}`}
        </p>
        <Button disabled={at === 0} onClick={() => onMove(at - 1)}>
          {t('evidence.previous')}
        </Button>{' '}
        <Button disabled={at === pictures.length - 1} onClick={() => onMove(at + 1)}>
          {t('evidence.next')}
        </Button>
      </div>
    </Modal>
  );
}
