/** The colours that learners tell each other apart by; 1 to 8, each with its word. */
export const COLOURS = [
  'Teal',
  'Amber',
  'Green',
  'Blue',
  'Purple',
  'Pink',
  'Red',
  'Olive',
] as const;

/** The word of a colour: 1 → "Teal". A number outside 1 to 8 gives "None". */
export const colourWord = (colour: number): string => COLOURS[colour - 1] ?? 'None';
