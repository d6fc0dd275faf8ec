/** How a conversation looks: words and line drawings of its channel and of the customer's mood. */
import type { QuestionOf } from '../types';

type Simulation = QuestionOf<'simulation'>;
export type Mood = Simulation['scenes'][number]['mood'];

const FACE = 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M9 9.5v1.5M15 9.5v1.5';

/** The path of a face for each mood, in a box of 24 by 24. */
export const faces: Record<Mood, string> = {
  calm: `${FACE}M8.5 15.5q3.5 1.5 7 0`,
  pleased: `${FACE}M7 14q5 5.5 10 0`,
  unsure: `${FACE}M8 16l2.7-1.2 2.6 1L16 14M13.5 7l3-1.2`,
  worried: `${FACE}M6.5 7.8l3-1.6M17.5 7.8l-3-1.6M9 16.5q3-2.4 6 0`,
  upset: `${FACE}M6.5 7.2l3-1M17.5 7.2l-3-1M7.5 17.5q4.5-5 9 0M16.8 12.6v2`,
  angry: `${FACE}M6.3 6.2l3.6 2.2M17.7 6.2l-3.6 2.2M8 17q4-3.2 8 0`,
};

/**
 * What a channel is called, the word by which a place names it already, what the learner does there
 * next, and its drawing.
 */
export const channels: Record<
  Simulation['channel'],
  { word: string; sign: string; next: string; path: string }
> = {
  'face-to-face': {
    word: 'Face to face',
    sign: 'face to face',
    next: 'What do you say or do next?',
    path: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 20c0-4 2-6 6-6s6 2 6 6M16 5a3 3 0 0 1 0 6M17 14c3 0 5 2 5 6',
  },
  phone: {
    word: 'On the phone',
    sign: 'phone',
    next: 'What do you say next?',
    path: 'M6 4h3l2 5-2 1c1 3 3 5 5 5l2-2 4 2v3c0 2-1 2-2 2C11 20 4 13 4 6c0-1 0-2 2-2z',
  },
  email: {
    word: 'By email',
    sign: 'email',
    next: 'What do you write next?',
    path: 'M3 5h18v14H3zM3 6l9 7 9-7',
  },
  chat: {
    word: 'In an online chat',
    sign: 'chat',
    next: 'What do you write next?',
    path: 'M4 4h16v12h-9l-5 4v-4H4z',
  },
  'social-media': {
    word: 'On social media, where everyone can read it',
    sign: 'social media',
    next: 'What do you write next?',
    path: 'M3 3h18v8H9l-3 3v-3H3zM9 15h12v6H9z',
  },
};

/** A choice's effect in words, and the mark of the page that stands before them. */
export const effects = {
  helps: { word: 'This helped.', mark: 'yes' },
  mixed: { word: 'This helped in part.', mark: 'draft' },
  harms: { word: 'This made it harder.', mark: 'not' },
} as const;
