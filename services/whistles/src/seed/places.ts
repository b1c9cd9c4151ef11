/** Domain 6: the subdistrict's map. Names marked fictional are invented; household numbers all are. */
export interface CommunitySeed {
  code: string;
  name: string;
  households: number;
  isFictional: boolean;
  /** Which of the three liaison officers looks after it (areas 01–05, 06–10, 11–14). */
  liaison: 1 | 2 | 3;
}

const NAMED = ['聂寨', '颐苑', '汇丰', '康乐', '金苑', '如意', '江南小镇'];
const INVENTED = ['春晖', '文苑', '锦绣', '育才', '和平', '建安', '中兴'];
const HOUSEHOLDS = [2100, 1850, 1620, 2480, 1390, 1270, 3050, 980, 1140, 2230, 1760, 900, 1510, 2890];

export const COMMUNITIES: CommunitySeed[] = [...NAMED, ...INVENTED].map((name, index) => ({
  code: String(index + 1).padStart(2, '0'),
  name,
  households: HOUSEHOLDS[index] ?? 1000,
  isFictional: index >= NAMED.length,
  liaison: index < 5 ? 1 : index < 10 ? 2 : 3,
}));

/** Estates named in the article, and where this product assumes they lie. */
export const ESTATES = [
  { code: '01', community: '02', name: '颐和美丽园', households: 512, managementType: 'commissioned' },
  { code: '02', community: '04', name: '鸿元西区', households: 168, managementType: 'none' },
  { code: '03', community: '04', name: '鸿元小区', households: 420, managementType: 'commissioned' },
] as const;

/** One tenant runs by the real clock, the other lives a day in half a minute. */
export const SUBDISTRICTS = [
  { id: 'zx', prefix: 'ZX', timeScale: 1 },
  { id: 'ys', prefix: 'YS', timeScale: 2880 },
] as const;
