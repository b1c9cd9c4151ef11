interface Standing {
  state: string;
  version: number;
}

/** Only the follow-up decides in these states; the whistle's own workflow has ended. */
export const AFTER_THE_ROAD = ['LOOKING_BACK', 'ARCHIVED'];

/** Whether both name the same state and version. */
export const isSameStanding = (one: Standing, other: Standing): boolean =>
  one.state === other.state && one.version === other.version;

/** Whether row and workflow agree; the follow-up counts on after the whistle's own workflow has ended. */
export const matchesRow = (view: Standing, row: Standing): boolean =>
  AFTER_THE_ROAD.includes(row.state) || isSameStanding(view, row);
