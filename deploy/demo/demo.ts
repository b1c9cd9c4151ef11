import { playArticle } from './article/article.js';
import type { PlatformFile } from '../local/platform-file.js';
import type { Board } from './api-answers.js';
import { boardText } from './board-text.js';
import { withPlatform } from './borrowed-platform.js';
import { CASES } from './cases.js';
import { Names } from './names.js';
import { Narrator } from './narrator.js';
import { readOptions, type DemoOptions } from './options.js';
import type { Outcome } from './outcome.js';
import { PARTS, People } from './people.js';
import { playCase } from './play-case.js';
import { playStory } from './stories/play-story.js';
import { STORIES } from './stories/stories.js';
import { until } from './until.js';

/** The time scale that the seed gives this subdistrict. */
const DAY_IN_HALF_A_MINUTE = 2_880;

/**
 * `npm run demo`: plays the cases of domain §6, with `--all` every story as well, through the API of a running platform,
 * or of one it starts itself; with `--article` the period of the article instead.
 * @returns 0 only if every case ended as expected
 * @public called by bootstrap/command.mjs
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.article) return playArticle((line) => void process.stdout.write(`${line}\n`));
  return withPlatform(options.keep, (platform) => play(platform, options));
}

async function play({ gatewayUrl, accountsFile }: PlatformFile, { all, json, only }: DemoOptions): Promise<number> {
  const write = (line: string): void => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  const people = People.fromFile(gatewayUrl, accountsFile);
  const watcher = people.as(PARTS.leader);
  const narrator = new Narrator(write, people, await Names.read(watcher));
  const isWanted = ({ name }: { name: string }): boolean => only === undefined || name.includes(only);
  const cases = CASES.filter(isWanted);
  const stories = all ? STORIES.filter(isWanted) : [];
  narrator.say(`演示街道 ${gatewayUrl}：1 天 = 30 秒，${cases.length + stories.length} 件同时进行\n`);
  const stage = { people, watcher, narrator };
  const outcomes = await Promise.all([
    ...cases.map((demo) => playCase(stage, demo)),
    ...stories.map((story) => playStory(stage, story, { timeScale: DAY_IN_HALF_A_MINUTE, isLong: false })),
  ]);
  const board = await boardAfter(outcomes, () => watcher.get<Board>('/api/board'));
  for (const line of ['', ...outcomes.map(outcomeText), '', ...boardText(board)]) narrator.say(line);
  const ok = outcomes.length > 0 && outcomes.every((outcome) => outcome.ok);
  if (json) process.stdout.write(`${JSON.stringify({ ok, cases: outcomes, board })}\n`);
  return ok ? 0 : 1;
}

function outcomeText({ case: name, number, state, ok, cards, reminders, error }: Outcome): string {
  const rungs = `提醒 ${reminders.length}，黄红牌 ${cards.length}`;
  return `${ok ? '✓' : '✗'} ${name} ${number ?? ''} ${state ?? ''}（${rungs}）${error ?? ''}`;
}

/** The board follows the events; it is shown once it knows how the last case ended. */
function boardAfter(outcomes: readonly Outcome[], read: () => Promise<Board>): Promise<Board> {
  const lastEnd = Math.max(0, ...outcomes.map(({ endedAt }) => (endedAt === undefined ? 0 : Date.parse(endedAt))));
  return until('今日总览跟上全部经过', async () => {
    const board = await read();
    return Date.parse(board.asOf ?? '') >= lastEnd || lastEnd === 0 ? board : undefined;
  });
}
