// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PREFERENCE_NAMES, STORAGE_NAMES } from '../../../src/learner/names';
import {
  attributes,
  CHOICES,
  preferences,
  showPreferences,
  type Preference,
} from '../../../src/learner/preferences';

const root = document.documentElement;
const boot = () => void runInThisContext(readFileSync('src/build/theme.js', 'utf8'));
const shown = () =>
  Object.fromEntries([...root.attributes].map(({ name, value }) => [name, value]));
const set = (name: Preference, value: string) => {
  (preferences[name] as { set: (value: string) => void }).set(value);
};

beforeEach(() => {
  vi.restoreAllMocks();
  for (const name of PREFERENCE_NAMES) set(name, CHOICES[name][0]);
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
});

describe('preferences', () => {
  it('become attributes of the page, before the first paint and after, by the same rule', () => {
    const stop = showPreferences(root);
    for (const name of PREFERENCE_NAMES) {
      for (const [place, value] of CHOICES[name].entries()) {
        set(name, value);
        const expected = place === 0 ? {} : { [`data-${name}`]: value };
        expect(attributes({ [name]: value })).toEqual(expected);
        expect(shown()).toEqual(expected);
        expect(localStorage.getItem(`frontline-one:${name}`)).toBe(place === 0 ? null : value);
        for (const { name: attribute } of [...root.attributes]) root.removeAttribute(attribute);
        boot();
        expect(shown()).toEqual(expected);
      }
      set(name, CHOICES[name][0]);
    }
    stop();
  });

  it('ignore a stored value that is not among the choices', () => {
    localStorage.setItem('frontline-one:theme', '"><script>');
    boot();
    expect(shown()).toEqual({});
    localStorage.clear();
  });

  it('are kept under the published names only', () => {
    for (const name of PREFERENCE_NAMES) set(name, CHOICES[name][1]);
    expect(Object.keys(localStorage).every((key) => STORAGE_NAMES.local.includes(key))).toBe(true);
    expect(Object.keys(localStorage)).toHaveLength(5);
    expect(Object.keys(CHOICES)).toEqual([...PREFERENCE_NAMES]);
  });

  it('still work on the page where storage is full or blocked', () => {
    const stop = showPreferences(root);
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked);
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked);
    set('theme', 'dark');
    expect(shown()).toEqual({ 'data-theme': 'dark' });
    window.dispatchEvent(new Event('pageshow'));
    expect(preferences.theme.get()).toBe('dark');
    expect(boot).not.toThrow();
    stop();
  });
});
