export interface Span {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  opens: string;
  closes: string;
}

/** Days one after the other that are open at the same hours. */
export interface OpenDays {
  from: number;
  to: number;
  hours: string;
}

/** Hours as they hang at a door: "Monday to Friday 08:30–12:00 14:00–17:30". */
export function weeklyHours(spans: readonly Span[]): OpenDays[] {
  const days = new Map<number, string[]>();
  for (const { weekday, opens, closes } of spans.toSorted(
    (a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1),
  )) {
    days.set(weekday, [...(days.get(weekday) ?? []), `${opens}–${closes}`]);
  }
  const groups: OpenDays[] = [];
  for (const [weekday, open] of days) {
    const [hours, last] = [open.join(' '), groups.at(-1)];
    if (last?.hours === hours && last.to === weekday - 1) last.to = weekday;
    else groups.push({ from: weekday, to: weekday, hours });
  }
  return groups;
}
