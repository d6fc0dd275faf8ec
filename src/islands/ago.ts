const DAY = 24 * 60 * 60 * 1000;
const FULL = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** The calendar day of a date by the device's clock, as a number that counts days. */
const dayOf = (date: Date) =>
  Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);

/**
 * How long ago a day was, in words: "today", "yesterday", "3 days ago", "2 weeks ago". Counts
 * calendar days, as people do. A date more than two months ago, or one that lies ahead because a
 * clock was wrong, is given as a date: "4 March 2026".
 * @param iso when it was, ISO date-time
 * @param now when it is asked
 * @returns '' when `iso` is not a date
 */
export function ago(iso: string, now: Date): string {
  const then = new Date(iso);
  if (Number.isNaN(then.valueOf())) return '';
  const days = dayOf(now) - dayOf(then);
  if (days < 0 || days > 60) {
    return new Date(dayOf(then) * DAY).toLocaleDateString('en-GB', FULL);
  }
  const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  if (days < 14) return relative.format(-days, 'day');
  return relative.format(-Math.floor(days / 7), 'week');
}
