import type { Whistle } from '../api-answers.js';
import { Matter } from '../matter.js';
import type { Outcome } from '../outcome.js';
import type { Stage } from '../play-case.js';
import { rungsOf } from '../rungs.js';
import type { Story } from './story.js';
import { blowAs, Tale, type Tempo } from './tale.js';

/** Plays one story as the people in it would; the outcome says what is not as it should be. Never rejects. */
export async function playStory({ people, watcher, narrator }: Stage, story: Story, tempo: Tempo): Promise<Outcome> {
  const { name, community } = story;
  const communityId = `YS0${community}`;
  let matter: Matter | undefined;
  let error: string | undefined;
  let last: Whistle | undefined;
  try {
    const blown = { ...story.blown, communityId, place: name };
    matter = new Matter(name, await blowAs(people.as(`ys-worker-0${community}`), blown), watcher, narrator);
    await story.play(new Tale(people, matter, communityId, tempo));
    last = await matter.look();
    error = faultsOf(story, last, kindsOf(matter), tempo.isLong);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    error = `${message}；经过：${matter ? kindsOf(matter).join(' ') : '未吹哨'}`;
  }
  if (error !== undefined) narrator.say(`✗ ${name}：${error}`);
  const told = rungsOf(matter?.entries ?? []);
  return {
    ...{ case: name, number: matter?.blown.number, state: last?.state, ok: error === undefined },
    endedAt: matter?.entries.findLast(({ kind }) => kind === 'concluded')?.at,
    cards: told.filter(({ kind }) => kind !== 'reminder'),
    reminders: told.filter(({ kind }) => kind === 'reminder'),
    ...(error === undefined ? {} : { error }),
  };
}

const kindsOf = ({ entries }: Matter): string[] => entries.map(({ kind }) => kind);

function faultsOf({ ends, history }: Story, whistle: Whistle, kinds: readonly string[], isLong: boolean) {
  const state = (isLong && ends.long) || ends.state;
  const missing = firstMissing(history, kinds);
  const faults = [
    ...(whistle.state === state ? [] : [`应为 ${state}，实为 ${whistle.state}`]),
    ...(whistle.outcome === ends.outcome ? [] : [`结果应为 ${ends.outcome}，实为 ${whistle.outcome}`]),
    ...(missing === undefined ? [] : [`经过缺 ${missing}（按序）：${kinds.join(' ')}`]),
  ];
  return faults.length === 0 ? undefined : faults.join('；');
}

/** The first of the wanted lines that does not follow the ones before it. */
export function firstMissing(wanted: readonly string[], told: readonly string[]): string | undefined {
  let from = 0;
  for (const kind of wanted) {
    const at = told.indexOf(kind, from);
    if (at === -1) return kind;
    from = at + 1;
  }
  return undefined;
}
