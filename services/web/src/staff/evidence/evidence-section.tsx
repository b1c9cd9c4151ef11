import { useTranslation } from 'react-i18next';
import { useTimeline, useWhistle, type Whistle } from '../whistle/whistle-queries.js';
import { EvidenceAdder } from './evidence-adder.js';
import { Gallery } from './gallery.js';
import { stageOf } from './stages.js';
import { may, useExhibits } from './use-exhibits.js';

interface Props {
  whistle: Whistle;
  /** Where files are put elsewhere on the page. */
  isForReading?: boolean;
}

/** What was seen of a matter; who may put something there can do so here. */
export function EvidenceSection({ whistle, isForReading = false }: Props) {
  const { t } = useTranslation();
  const { id, place, actions } = whistle;
  const exhibits = useExhibits(whistle);
  const history = useTimeline(whistle).data?.items ?? [];
  const mayRead = may(actions, 'evidence.read');
  if (!mayRead && exhibits.length === 0) return null;
  return (
    <section className="evidence">
      <h2>{t('evidence.title', { n: exhibits.length })}</h2>
      <Gallery exhibits={exhibits} place={place} />
      {mayRead && !isForReading && may(actions, 'evidence.upload') && (
        <EvidenceAdder address={`/api/whistles/${id}/files`} stage={stageOf(new Date().toISOString(), history)} />
      )}
    </section>
  );
}

/** The same on the page of a part of the matter: of a task, or of a member's answer. */
export function EvidenceOf({ number, isForReading }: { number: string } & Pick<Props, 'isForReading'>) {
  const { data } = useWhistle(number);
  return data ? <EvidenceSection whistle={data} isForReading={isForReading} /> : null;
}
