import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import type { EvidenceStage } from './evidence-typed.js';
import { FilePicker } from './file-picker.js';
import { UploadList } from './upload-list.js';
import { Limits } from './limits.js';
import { useFiles } from './use-files.js';
import { useStaffUploads } from './use-staff-uploads.js';
import './evidence.css';

interface Props {
  /** Takes the files; they stand on the matter at once. */
  address: string;
  /** What is seen now, as far as the work has come. */
  stage: EvidenceStage;
  /** Chosen before there was an address to send them to. */
  begin?: readonly ChosenFile[];
}

/** What somebody sees on the spot goes up at once. */
export function EvidenceAdder({ address, stage, begin }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const most = useFiles(address).data?.limits?.maxBytes;
  const onDone = () => void queries.invalidateQueries({ queryKey: ['files', address] });
  const { going, add, again, remove } = useStaffUploads(address, 'add', { onDone, begin });
  return (
    <fieldset className="shot-group">
      <legend>{t('evidence.add')}</legend>
      <Limits address={address} />
      <UploadList uploads={going} onAgain={again} onRemove={remove} />
      <FilePicker stage={stage} most={most} onChosen={add} />
    </fieldset>
  );
}
