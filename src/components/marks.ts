/** The marks that stand before a word: a shape, a word, then a colour. Drawn once on each page. */
export const marks = {
  none: '<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.75" stroke-dasharray="3 2.9"/>',
  draft:
    '<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M2.5 10a7.5 7.5 0 0 0 15 0z"/>',
  ready:
    '<path fill-rule="evenodd" d="M1 3.5h11a2 2 0 0 0 4 0h3v13h-3a2 2 0 0 0-4 0H1zm2.6 6.6 3.2 3.2 5-5.4-1.3-1.2-3.8 4.1-1.8-1.8z"/>',
  yes: '<path fill-rule="evenodd" d="M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM5 10.2l3.6 3.6L15.2 7l-1.5-1.4-5.2 5.4-2.1-2.2z"/>',
  not: '<path fill-rule="evenodd" d="M2 2h16v16H2zm2.2 2.2v11.6h11.6V4.2zm2.2 3.6 1.4-1.4L10 8.6l2.2-2.2 1.4 1.4L11.4 10l2.2 2.2-1.4 1.4L10 11.4l-2.2 2.2-1.4-1.4L8.6 10z"/>',
  own: '<path d="M2.5 17.5l1-4.6L13.6 2.8l3.6 3.6L7.1 16.5zM5.2 13.7l-.5 1.6 1.6-.5z" fill-rule="evenodd"/>',
  tick: '<path d="m7.6 16.4-5.4-5.5 1.7-1.7 3.7 3.8 8.6-9 1.7 1.6z"/>',
  again: '<path d="M10 2.5A7.5 7.5 0 1 0 17.5 10H15a5 5 0 1 1-5-5v3.2l5.4-4.4L10-.6z"/>',
  here: '<path d="M3 3l14 7-14 7z"/>',
  later: '<path d="M4 9h12v2H4z"/>',
  warn: '<path fill-rule="evenodd" d="M10 1.5 19.5 18H.5zm-1 6v5h2v-5zm0 6.5v2h2v-2z"/>',
  up: '<path d="M10 4l7 8-1.5 1.4L10 7l-5.5 6.4L3 12z"/>',
  down: '<path d="M10 16l-7-8 1.5-1.4L10 13l5.5-6.4L17 8z"/>',
} as const;

export type MarkName = keyof typeof marks;
