import type { Topic } from '@hsl/contracts/schemas/topics';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../blow/use-places.js';
import { useNameOf } from '../names/use-names.js';

/** What sort of topic it is, in words; what is not said is left out. */
export function TopicFacts({ topic }: { topic: Topic }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const communities = useCommunities();
  const named = {
    communities: topic.communityIds.map((id) => communities.find(({ value }) => value === id)?.label ?? id),
    members: topic.memberIds.map((id) => nameOf('member', id)),
  };
  const rows = { ...codesOf(topic, t), ...named };
  return (
    <section>
      <h2>{t('topic.what')}</h2>
      <dl className="pairs">
        {Object.entries(rows)
          .filter(([, words]) => words.length > 0)
          .map(([name, words]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`topic.${name}`)}</dt>
              <dd>{words.join('、')}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function codesOf(topic: Topic, t: TFunction): Record<string, string[]> {
  const { source, scale, tier, level, nature, track, problemTypes, planYear, outcome } = topic;
  return {
    source: [t(`topicSource.${source}`)],
    scale: [t(`topicScale.${scale}`)],
    tier: [t(`field.tier.${tier}`)],
    level: [t(`topicLevel.${level}`)],
    nature: nature === undefined ? [] : [t(`topicNature.${nature}`)],
    track: [t(`field.track.${track}`)],
    problemTypes: problemTypes.map((type) => t(`problemType.${type}`)),
    planYear: planYear === undefined ? [] : [String(planYear)],
    outcome: outcome === undefined ? [] : [t(`topicOutcome.${outcome}`)],
  };
}
