/** Finds what should not leave the device by mistake. The learner decides; nothing is removed. */

export interface Contact {
  kind: 'email' | 'phone';
  found: string;
  /** where it starts and ends, in UTF-16 units of the text */
  start: number;
  end: number;
}

// Every repeat is bounded, so no text can make these slow.
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/**
 * UK numbers (Ofcom numbering plan: 0 and 9 or 10 digits, or +44 / 0044 in place of the 0), with
 * spaces, dots, hyphens or brackets between; and numbers of other countries that start with +.
 */
const PHONE =
  /(?:(?:\+|00)44[ \t\u00A0.-]{0,2}(?:\(0\))?(?:[ \t\u00A0().-]{0,2}\d){9,10}|\(?0(?:[ \t\u00A0().-]{0,2}\d){9,10}|\+[1-9](?:[ \t\u00A0().-]{0,2}\d){7,14})(?!\d)/g;

/**
 * E-mail addresses and phone numbers in a text, first to last.
 * Takes any text; gives each hit with its place. Never throws.
 */
export function findContacts(text: string): Contact[] {
  const contacts: Contact[] = [];
  for (const hit of text.matchAll(EMAIL)) {
    contacts.push({
      kind: 'email',
      found: hit[0],
      start: hit.index,
      end: hit.index + hit[0].length,
    });
  }
  for (const hit of text.matchAll(PHONE)) {
    const before = text[hit.index - 1] ?? '';
    // The tail of a longer number or code ("REF70123456789") is not a phone number.
    if (/[\p{L}\p{N}]/u.test(before)) continue;
    contacts.push({
      kind: 'phone',
      found: hit[0],
      start: hit.index,
      end: hit.index + hit[0].length,
    });
  }
  return contacts.sort((a, b) => a.start - b.start);
}
