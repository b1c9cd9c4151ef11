import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PHOTO_TYPES, photoOf, type ChosenFile } from '../../uploads/chosen-file.js';

const MOST = 9;

interface Props {
  photos: readonly ChosenFile[];
  onChange: (photos: ChosenFile[]) => void;
}

/** Up to nine photos; what is none is refused by its name, the others stay. */
export function PhotoPicker({ photos, onChange }: Props) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<string[]>([]);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(target.files ?? [])];
    target.value = '';
    const made = await Promise.all(files.map(async (file) => ({ file, photo: await photoOf(file) })));
    const good = made.flatMap(({ photo }) => (photo ? [photo] : []));
    const all = [...photos, ...good];
    const notOne = made.filter(({ photo }) => !photo).map(({ file }) => t('report.photo.notOne', { name: file.name }));
    setRefused(all.length > MOST ? [...notOne, t('report.photo.tooMany')] : notOne);
    onChange(all.slice(0, MOST));
  };
  return (
    <fieldset>
      <legend className="label">{t('report.photos')}</legend>
      <ul className="photos">
        {photos.map(({ id, url }, index) => (
          <li key={id}>
            <img src={url} alt={t('report.photo.alt', { n: index + 1 })} />
            <button
              type="button"
              className="small"
              aria-label={t('report.photo.remove', { n: index + 1 })}
              onClick={() => onChange(photos.filter((one) => one.id !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <label className="button" style={{ margin: 0 }}>
        {t('report.addPhoto')}
        <input
          className="visually-hidden"
          type="file"
          multiple
          accept={PHOTO_TYPES}
          onChange={(event) => void take(event)}
        />
      </label>
      {refused.map((text) => (
        <p key={text} role="alert" className="panel problem">
          {text}
        </p>
      ))}
    </fieldset>
  );
}
