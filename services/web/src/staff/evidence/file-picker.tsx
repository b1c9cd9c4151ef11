import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenFile, PHOTO_TYPES, photoOf, type ChosenFile } from '../../uploads/chosen-file.js';
import { newKey } from '../../drafts/draft.js';
import type { EvidenceStage } from './evidence-typed.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Kept as they are; photos are painted anew. */
const DOCUMENT_TYPES = [...['application/pdf', `${OFFICE}.wordprocessingml.document`, `${OFFICE}.spreadsheetml.sheet`]];

interface Props {
  stage: EvidenceStage;
  /** Of one file, bytes. */
  most?: number;
  onChosen: (files: ChosenFile[]) => void;
}

/** The camera of a phone, or files; what is none of them is refused by its name, the others are taken. */
export function FilePicker({ stage, most = Number.POSITIVE_INFINITY, onChosen }: Props) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<string[]>([]);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const given = [...(target.files ?? [])];
    target.value = '';
    const made = await Promise.all(given.map(async (file) => ({ name: file.name, chosen: await chosenOf(file) })));
    const good = made.flatMap(({ chosen }) => (chosen && chosen.blob.size <= most ? [chosen] : []));
    setRefused(
      made.flatMap(({ name, chosen }) => {
        if (!chosen) return [t('evidence.notOne', { name })];
        return chosen.blob.size > most ? [t('evidence.tooLarge', { name })] : [];
      }),
    );
    if (good.length > 0) onChosen(good);
  };
  const named = { stage: t(`evidence.stage.${stage}`) };
  return (
    <>
      <label className="file-button">
        {t('evidence.camera', named)}
        <input
          className="visually-hidden"
          type="file"
          accept={PHOTO_TYPES}
          capture="environment"
          onChange={(event) => void take(event)}
        />
      </label>
      <label className="file-button">
        {t('evidence.choose', named)}
        <input
          className="visually-hidden"
          type="file"
          multiple
          accept={[PHOTO_TYPES, ...DOCUMENT_TYPES].join(',')}
          onChange={(event) => void take(event)}
        />
      </label>
      {refused.map((text) => (
        <p key={text} role="alert" className="file-refused">
          {text}
        </p>
      ))}
    </>
  );
}

const chosenOf = async (file: File): Promise<ChosenFile | undefined> =>
  DOCUMENT_TYPES.includes(file.type) ? chosenFile(newKey(), file.name, file) : photoOf(file);
