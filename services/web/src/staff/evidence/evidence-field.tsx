import { Button, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { missingShots, type EvidenceTyped, type Shot } from './evidence-typed.js';
import { FileThumb } from './file-thumb.js';
import { FilePicker } from './file-picker.js';
import { UploadList } from './upload-list.js';
import { Limits } from './limits.js';
import { useFiles } from './use-files.js';
import { useStaffUploads } from './use-staff-uploads.js';
import './evidence.css';

interface Props {
  /** Takes the files: they lie on the thing before the words that name them are sent. */
  address: string;
  shots: readonly Shot[];
  /** The words name the files, and may leave one out again; else what is up stands on the matter. */
  isNamed: boolean;
  isWithoutWords?: boolean;
  /** Given by the form. */
  id?: string;
  value?: EvidenceTyped;
  onChange?: (value: EvidenceTyped) => void;
}

/** What was seen, in a sentence that is also the text for whoever does not see the photos, and the photos. */
export function EvidenceField({ address, shots, isNamed, isWithoutWords, id, value = {}, onChange }: Props) {
  // Two files may be up before the form is drawn again: neither may be lost.
  const latest = useRef(value);
  latest.current = value;
  const change = (changed: (typed: EvidenceTyped) => EvidenceTyped): void => {
    latest.current = changed(latest.current);
    onChange?.(latest.current);
  };
  return (
    <>
      {!isWithoutWords && (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={value.note}
          onChange={({ target }) => change((typed) => ({ ...typed, note: target.value }))}
        />
      )}
      {shots.length > 0 && <Limits address={address} />}
      {shots.map((shot) => (
        <Shots key={shot.stage} {...{ address, shot, isNamed, value, change }} />
      ))}
    </>
  );
}

interface ShotsProps extends Pick<Props, 'address' | 'isNamed'> {
  shot: Shot;
  value: EvidenceTyped;
  change: (changed: (typed: EvidenceTyped) => EvidenceTyped) => void;
}

const without = ({ files = [] }: EvidenceTyped, id: string) => files.filter((file) => file.id !== id);

function Shots({ address, shot, isNamed, value, change }: ShotsProps) {
  const { t } = useTranslation();
  const { stage } = shot;
  const files = value.files ?? [];
  const most = useFiles(address).data?.limits?.maxBytes;
  const { going, add, again, remove } = useStaffUploads(address, stage, {
    // The same photo again is the file that lies there.
    onDone: ({ id, name }) => change((typed) => ({ ...typed, files: [...without(typed, id), { id, name, stage }] })),
  });
  const isStale = going.length !== (value.going?.[stage] ?? 0);
  useEffect(() => {
    if (isStale) change((typed) => ({ ...typed, going: { ...typed.going, [stage]: going.length } }));
  });
  const [missing] = missingShots([shot], value);
  return (
    <fieldset className="shot-group">
      <legend>
        {missing
          ? t('evidence.missing', { stage: t(`evidence.stage.${stage}`), n: missing.n })
          : t(`evidence.stage.${stage}`)}
      </legend>
      <ul className="shots">
        {files
          .filter((file) => file.stage === stage)
          .map(({ id, name }) => (
            <li key={id}>
              <FileThumb address={`${address}/${id}`} name={name} />
              {isNamed && (
                <Button type="link" onClick={() => change((typed) => ({ ...typed, files: without(typed, id) }))}>
                  {t('evidence.remove', { name })}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <UploadList uploads={going} onAgain={again} onRemove={remove} />
      <FilePicker stage={stage} most={most} onChosen={add} />
    </fieldset>
  );
}
