/** What every event of a monthly theme says about it. */
export interface ThemeFact {
  themeId: string;
  /** YYYY-MM in Asia/Shanghai. */
  month: string;
  categoryCode: string;
  /** Repeats of the category in that month, counted when it was proposed. */
  repeats: number;
  proposedBy: string;
  version: number;
  at: number;
}

/** Events of the topic `hsl.whistles`, key = theme id (domain 4.5 repeat). */
export interface ThemeEventData {
  /** Fires when a liaison officer puts a category forward as the theme of a month. */
  'monthlyTheme.proposed.v1': ThemeFact;
  /** Fires when somebody else approved it. */
  'monthlyTheme.approved.v1': ThemeFact & { approvedBy: string };
  /** Fires when it was refused; the category may be proposed again. */
  'monthlyTheme.refused.v1': ThemeFact & { rejectedBy: string };
}
