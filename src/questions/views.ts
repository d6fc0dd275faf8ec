import type { Component } from 'svelte';
import type { Behaviour, Kind, ViewProps } from './types';

/** What a page needs to show and mark one kind. */
export interface Page<K extends Kind> {
  view: Component<ViewProps<K>>;
  behaviour: Behaviour<K>;
}

/** Registry of pages: one line for each kind. A page loads only the kinds that it shows. */
export const pages: { readonly [K in Kind]: () => Promise<Page<K>> } = {
  'single-choice': () => import('./single-choice/page'),
  'multiple-choice': () => import('./multiple-choice/page'),
  matching: () => import('./matching/page'),
  ordering: () => import('./ordering/page'),
  grouping: () => import('./grouping/page'),
  'gap-fill': () => import('./gap-fill/page'),
  'true-false-reason': () => import('./true-false-reason/page'),
  'spot-it': () => import('./spot-it/page'),
  hotspot: () => import('./hotspot/page'),
  'short-answer': () => import('./short-answer/page'),
  'list-it': () => import('./list-it/page'),
  'rewrite-it': () => import('./rewrite-it/page'),
  flashcards: () => import('./flashcards/page'),
  simulation: () => import('./simulation/page'),
  written: () => import('./written/page'),
};
