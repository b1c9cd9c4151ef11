import type { Role } from '@hsl/contracts/roles';
import type { Submission } from '@hsl/contracts/schemas/submissions';
import { useTranslation } from 'react-i18next';
import { submissionExhibits } from '../evidence/exhibit.js';
import { Gallery } from '../evidence/gallery.js';
import { useFiles } from '../evidence/use-files.js';
import { photoRights } from './submission-action-forms.js';

/** What the sender has photographed, covered where somebody has covered it. */
export function SubmissionPhotos({ submission, roles }: { submission: Submission; roles: readonly Role[] }) {
  const { t } = useTranslation();
  const address = `/api/submissions/${submission.id}/photos`;
  const files = useFiles(address).data?.items ?? [];
  if (files.length === 0) return null;
  return (
    <section className="evidence">
      <h2>{t('submission.photos', { n: files.length })}</h2>
      <Gallery exhibits={submissionExhibits(address, files, photoRights(submission, roles))} place={submission.place} />
    </section>
  );
}
