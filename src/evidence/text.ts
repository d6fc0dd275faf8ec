/** Text and dates, the way paperwork needs them. Pure. */

/** A half of a surrogate pair on its own. The `u` flag makes this match lone halves only. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * The text with each lone half of a surrogate pair turned into U+FFFD: UTF-8 cannot hold one
 * (RFC 3629, section 3). Everything else stays, NUL included.
 */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\uFFFD');

/**
 * The text as documents may hold it: without the characters that XML 1.0 (section 2.2) forbids and
 * with one kind of line end. The record keeps the exact words; only the printed copy is cleaned.
 */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '').replace(NOT_IN_XML, '');

/** How many words: runs of characters between spaces. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const offsetMinutes = (offset: string): number =>
  offset === 'Z'
    ? 0
    : (offset.startsWith('-') ? -1 : 1) *
      (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));

/**
 * A moment told by the clock of `like`: same instant, offset of `like`, whole seconds.
 * Takes two ISO date-times with offset; gives '' when either cannot be read.
 */
export function atOffsetOf(moment: string, like: string): string {
  const time = Date.parse(moment);
  const offset = DATE_TIME.exec(like)?.[6];
  if (Number.isNaN(time) || offset === undefined || !DATE_TIME.test(moment)) return '';
  const shifted = new Date(time + offsetMinutes(offset) * 60_000);
  const year = shifted.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return '';
  return shifted.toISOString().slice(0, 19) + (offset === 'Z' ? '+00:00' : offset);
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** "22 November 2026" from an ISO date-time, by its own offset; '' when it cannot be read. */
export function longDate(moment: string): string {
  const parts = DATE_TIME.exec(moment);
  const month = MONTHS[Number(parts?.[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : '';
}

/** "22 Nov 2026" from an ISO date-time, by its own offset; '' when it cannot be read. */
export const shortDate = (moment: string): string =>
  longDate(moment).replace(/ (\p{L}{3})\p{L}* /u, ' $1 ');

/** "22 November 2026, 15:28" from an ISO date-time, by its own offset; '' when it cannot be read. */
export function longDateTime(moment: string): string {
  const parts = DATE_TIME.exec(moment);
  const date = longDate(moment);
  return parts && date ? `${date}, ${parts[4]}:${parts[5]}` : '';
}

/** The last try in words. Kinds that no software can mark are remembered as 0 out of 0. */
export const lastTry = ({ score, outOf }: { score: number; outOf: number }): string =>
  outOf > 0 ? `${score} of ${outOf}` : 'Practised, not marked';
