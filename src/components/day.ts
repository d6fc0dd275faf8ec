const months = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as people write it, in one piece: `2026-11-22` → “22 November 2026”, which no line breaks. */
export const dayInWords = (day: string): string =>
  months.format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00A0');
