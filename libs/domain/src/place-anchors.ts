import { NO_NAMES } from './similarity-words.js';

/**
 * What in a text says where it is, by kind: two texts that both name a building and no common one speak of different
 * places, however alike the rest is.
 */
const LISTED = String.raw`\d+(?:(?:号楼|单元|[、,和及至到~-])+\d+)*`;
const KINDS = {
  building: new RegExp(`(${LISTED})(?:号楼|号院)`, 'gu'),
  unit: new RegExp(`(${LISTED})单元`, 'gu'),
  floor: /(\d+)(?:层|楼(?!道|梯))/gu,
  gate: /([东南西北])(?:大|侧|小)?门/gu,
  side: /([东南西北])(?:侧|边|面|区|头|墙)/gu,
  phase: /(\d+)期/gu,
  road: /(\p{Script=Han}{2}(?:路|街|巷|大道|胡同))(?!道|面|灯|口水|上(?!的))/gu,
  estate: /(?:^|[,。、;:\s]|位于|在)(\p{Script=Han}{2,4}(?:小区|花园|家园|苑))/gu,
} as const satisfies Record<string, RegExp>;

type Kind = keyof typeof KINDS;
const ANCHOR_KINDS = Object.keys(KINDS) as Kind[];

const NOT_A_NAME = new RegExp(`(?:${NO_NAMES.split(' ').join('|')})$`, 'u');
const NOT_AN_ESTATE = /^(?:我们?|本|该|这个|那个|整个|老旧|各|每个|一些|全|居民|业主)/u;

export type PlaceAnchors = ReadonlyMap<Kind, ReadonlySet<string>>;

/** What anchors the text names, and the text without them. @param text in its written form */
export function anchorsOf(text: string): { anchors: PlaceAnchors; rest: string } {
  const anchors = new Map<Kind, Set<string>>();
  let rest = text;
  for (const kind of ANCHOR_KINDS) {
    rest = rest.replaceAll(KINDS[kind], (found: string, name: string) => {
      const names = namesIn(kind, name);
      if (names.length === 0) return found;
      anchors.set(kind, new Set([...(anchors.get(kind) ?? []), ...names]));
      return '，';
    });
  }
  return { anchors, rest };
}

function namesIn(kind: Kind, name: string): string[] {
  if (kind === 'road') return NOT_A_NAME.test(name) ? [] : [name];
  if (kind === 'estate') return NOT_AN_ESTATE.test(name) ? [] : [name];
  return name.match(/\d+|[东南西北]/gu) ?? [];
}

/** Kinds that both texts name without a common one. */
export const placeConflicts = (a: PlaceAnchors, b: PlaceAnchors): number =>
  ANCHOR_KINDS.filter((kind) => {
    const [here, there] = [a.get(kind), b.get(kind)];
    return here !== undefined && there !== undefined && ![...here].some((name) => there.has(name));
  }).length;

/** `building:3`, `gate:东`, … */
export const anchorNames = (anchors: PlaceAnchors): string[] =>
  [...anchors].flatMap(([kind, names]) => [...names].map((name) => `${kind}:${name}`));
