/** How pages look on this device, for whoever uses it. Defaults are not stored. */
import {
  persistentAtom,
  setPersistentEngine,
  windowPersistentEvents,
} from '@nanostores/persistent';
import { PREFERENCE } from './names';
import { readLocal, writeLocal } from './storage';

/** What can be chosen; the first of each is the default. */
export const CHOICES = {
  theme: ['device', 'light', 'dark'],
  text: ['normal', 'large', 'larger', 'largest'],
  font: ['atkinson', 'lexend', 'system'],
  spacing: ['normal', 'wide'],
  motion: ['device', 'less'],
} as const;

export type Preference = keyof typeof CHOICES;
export type Preferences = { [P in Preference]: (typeof CHOICES)[P][number] };

// Where storage is blocked or full the engine of the library would throw or forget in mid-page.
const unstored = new Map<string, string>();
const recall = (key: string) => unstored.get(key) ?? readLocal(key);
const keep = (key: string, value: string | undefined) => {
  unstored.delete(key);
  if (!writeLocal(key, value) && value !== undefined) unstored.set(key, value);
  return true;
};
setPersistentEngine(
  new Proxy<Record<string, string>>(
    {},
    {
      has: (_, key) => recall(String(key)) !== null,
      get: (_, key) => recall(String(key)) ?? undefined,
      set: (_, key, value: string) => keep(String(key), value),
      deleteProperty: (_, key) => keep(String(key), undefined),
    },
  ),
  typeof window === 'undefined'
    ? { addEventListener: () => undefined, removeEventListener: () => undefined }
    : windowPersistentEvents,
);

/** A value that is not among the choices counts as the default. */
const store = <V extends string>(name: Preference, known: readonly [V, ...V[]]) =>
  persistentAtom<V>(PREFERENCE + name, known[0], {
    encode: (value) => (value === known[0] ? undefined : value),
    decode: (value) => known.find((choice) => choice === value) ?? known[0],
  });

/** One store for each preference; setting it stores it and tells other tabs. */
export const preferences = {
  theme: store('theme', CHOICES.theme),
  text: store('text', CHOICES.text),
  font: store('font', CHOICES.font),
  spacing: store('spacing', CHOICES.spacing),
  motion: store('motion', CHOICES.motion),
};

/**
 * PURE: `data-*` attributes of the html element for a set of preferences; a default has none.
 * The script `src/build/theme.js` does the same before the first paint.
 */
export function attributes(chosen: Partial<Preferences>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([name, value]) =>
      value === CHOICES[name as Preference][0] ? [] : [[`data-${name}`, value]],
    ),
  );
}

/** Shows the preferences on a page, now and whenever one changes. Returns what stops it. */
export function showPreferences(root: HTMLElement): () => void {
  const stops = (Object.keys(CHOICES) as Preference[]).map((name) =>
    preferences[name].subscribe((value: string) => {
      const [attribute] = Object.entries(attributes({ [name]: value }));
      if (attribute) root.setAttribute(...attribute);
      else root.removeAttribute(`data-${name}`);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
