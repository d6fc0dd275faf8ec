import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { printProblems } from '../../../src/course/course';
import { readFiles } from '../../../src/course/read';
import { choiceCriteriaKnown } from '../../../src/course/rules/conversations';
import { checkShape } from '../../../src/course/shape';
import { readYaml } from '../../../src/course/source';
import { behaviours } from '../../../src/questions';
import {
  depthOf,
  drawingOf,
  faultsOf,
  layersOf,
  loopIn,
  reachable,
  type Scene,
} from '../../../src/questions/simulation/graph';
import { follow, resultOf } from '../../../src/questions/simulation/behaviour';
import { simulation } from '../../../src/questions/simulation/schema';
import { paths, sample } from '../course/sample';
import { examplesOf, first } from './examples';

const behaviour = behaviours.simulation;
const [chat, emails] = examplesOf('simulation').map(({ question }) => question);
if (!chat || !emails) throw new Error('there are two examples');

/** A scene with choices `name>to`, `name~to` or `name!to`: helps, mixed, harms; no choices: an end. */
const scene = (id: string, ...ways: string[]): Scene => ({
  id,
  ...(ways.length === 0
    ? { end: { title: 'Over', text: 'It is over.' } }
    : {
        choices: ways.map((way) => {
          const [, name = '', sign = '', to = ''] = /^(\w+)([>~!])(\w+)$/.exec(way) ?? [];
          const effect = { '>': 'helps', '~': 'mixed', '!': 'harms' }[sign] as 'helps';
          return { id: name, to, effect };
        }),
      }),
});
/** `count` scenes one after another, each with a choice that helps and one that does not. */
const chain = (count: number): Scene[] => [
  ...Array.from({ length: count }, (_, i) => {
    const to = i + 1 < count ? `s${i + 1}` : 'over';
    return scene(`s${i}`, `a>${to}`, `b!${to}`);
  }),
  scene('over'),
];

describe('the graph', () => {
  const forked = [
    scene('start', 'a>left', 'b!right'),
    scene('left', 'a>end', 'b~right'),
    scene('right', 'a>end', 'b!end'),
    scene('end'),
    scene('lost'),
  ];

  it('knows what can be reached, how deep each scene lies, and where it goes round', () => {
    expect([...reachable(forked)].toSorted()).toEqual(['end', 'left', 'right', 'start']);
    expect(Object.fromEntries(layersOf(forked))).toEqual({ start: 0, left: 1, right: 2, end: 3 });
    expect(depthOf(forked)).toBe(3);
    expect(loopIn(forked)).toEqual([]);
    expect(loopIn([scene('a', 'x>b', 'y>c'), scene('b', 'x>c', 'y>a'), scene('c')])).toEqual([
      'a',
      'b',
    ]);
    expect(loopIn([scene('a', 'x>a', 'y>b'), scene('b')])).toEqual(['a']);
  });

  it('is drawn from the top down: each arrow goes down, no two scenes share a place', () => {
    for (const scenes of [forked, chain(9), chat.scenes, emails.scenes]) {
      const { width, height, half, places, arrows } = drawingOf(scenes);
      expect(new Set(places.map(({ id }) => id))).toEqual(reachable(scenes));
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
      for (const { x, y } of places) {
        expect(x - half[0]).toBeGreaterThanOrEqual(0);
        expect(x + half[0]).toBeLessThanOrEqual(width);
        expect(y - half[1]).toBeGreaterThanOrEqual(0);
        expect(y + half[1]).toBeLessThanOrEqual(height);
      }
      const yOf = new Map(places.map(({ id, y }) => [id, y]));
      for (const { from, choice, path } of arrows) {
        const to = scenes.find(({ id }) => id === from)?.choices?.find(({ id }) => id === choice);
        expect(yOf.get(to?.to ?? '')).toBeGreaterThan(yOf.get(from) ?? Infinity);
        expect(path).toMatch(/^M[\d. ]+C[-\d. ]+$/);
      }
    }
  });

  it('finds nothing in a good conversation, and never throws on any other', () => {
    expect(faultsOf(chain(8))).toEqual([]);
    expect(faultsOf(chat.scenes)).toEqual([]);
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const effect = fc.constantFrom('helps', 'mixed', 'harms');
    const choice = fc.record({ id: name, to: name, effect });
    const any = fc.record(
      { id: name, choices: fc.array(choice, { maxLength: 3 }), end: fc.constant({}) },
      { requiredKeys: ['id'] },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 7 }), (scenes) => {
        for (const { message, mend } of faultsOf(scenes as Scene[])) {
          expect(message).toMatch(/\.$/);
          expect(mend).toMatch(/\.$/);
        }
      }),
    );
  });
});

describe('what an author reads', () => {
  const opening = `- id: u01-late
  kind: simulation
  criteria: ['U01.1.1']
  level: apply
  ask: Talk.
  title: Late
  channel: phone
  place: A shop
  customer: Ms Abara
  you: You answer the phone.
  scenes:
`;
  /** The YAML of a conversation; eight lines for each scene with two choices. */
  const yaml = (scenes: Scene[]) =>
    opening +
    scenes
      .map(({ id, choices, end }) =>
        [
          `    - id: ${id}`,
          '      mood: calm',
          '      says: Well?',
          ...(choices ? ['      choices:'] : []),
          ...(choices ?? []).map(
            (one) =>
              `        - { id: ${one.id}, text: ${one.id}, to: ${one.to}, effect: ${one.effect}, did: It did. }`,
          ),
          ...(end ? ['      end: { title: Over, text: It is over. }'] : []),
          '',
        ].join('\n'),
      )
      .join('');
  const report = (text: string) => {
    const { source } = readYaml('a.questions.yaml', text);
    if (!source) throw new Error('the YAML can be read');
    return printProblems(checkShape(source, simulation, [0]).problems);
  };
  const with_ = (scenes: Scene[], place: number, ...instead: Scene[]) =>
    yaml([...scenes.slice(0, place), ...instead, ...scenes.slice(place + 1)]);

  it('has no problem with a good one', () => {
    expect(report(yaml(chain(8)))).toBe('');
  });

  it.each([
    [
      'a choice that leads nowhere',
      with_(chain(8), 1, scene('s1', 'a>s2', 'b!s9')),
      `a.questions.yaml:23  In u01-late: the choice “b” of the scene “s1” leads to “s9”, which is no scene.
  Mend: Name one of: s0, s1, s2, s3, s4, s5, s6, s7, over.`,
    ],
    [
      'a loop',
      with_(chain(8), 3, scene('s3', 'a>s4', 'b!s1')),
      `a.questions.yaml:18  In u01-late: the conversation can go round for ever: “s1” leads to “s2” leads to “s3” leads to “s1”.
  Mend: Let one of these choices lead on to another scene.`,
    ],
    [
      'a scene that nobody can reach',
      with_(chain(8), 8, scene('over'), scene('lost')),
      `a.questions.yaml:64  In u01-late: no choice on the way from the opening leads to the scene “lost”.
  Mend: Let a choice say “to: lost”, or take the scene out.`,
    ],
    [
      'a scene that neither goes on nor ends',
      yaml(chain(8)).replace('      end: { title: Over, text: It is over. }\n', ''),
      `a.questions.yaml:60  In u01-late: the scene “over” has neither choices nor an end.
  Mend: Add “choices:”, or “end:” with a title and a text.`,
    ],
    [
      'a scene that goes on and ends',
      yaml(
        chain(8).map((one) => (one.id === 's2' ? { ...one, end: { title: 'x', text: 'x' } } : one)),
      ),
      `a.questions.yaml:24  In u01-late: the scene “s2” has both choices and an end.
  Mend: Keep the choices if the conversation goes on here. Keep the end if it is over.`,
    ],
    [
      'a conversation that is too short',
      yaml(chain(7)),
      `a.questions.yaml:11  In u01-late: the longest way through has 7 choices, but it needs at least 8.
  Mend: Let the conversation go on for longer before it ends.`,
    ],
    [
      'no helpful way through',
      with_(chain(8), 4, scene('s4', 'a~s5', 'b!s5')),
      `a.questions.yaml:36  In u01-late: a learner who makes a helpful choice each time comes to no end: no choice helps in the scene “s4”.
  Mend: Give it a choice with “effect: helps”, or let another choice lead round it.`,
    ],
    [
      'an end without a debrief',
      yaml(chain(8)).replace(', text: It is over.', ''),
      `a.questions.yaml:63  In u01-late › scenes › over › end: “text” is missing.
  Mend: Add “text:”. The debrief: what came of it, and what to take away.`,
    ],
    [
      'a mood that nobody draws',
      yaml(chain(8)).replace('mood: calm', 'mood: calmed'),
      `a.questions.yaml:13  In u01-late › scenes › s0: “mood” is “calmed”, which is not one of: calm, pleased, unsure, worried, upset, angry.
  Mend: Write “calm” if that is what you mean.`,
    ],
  ])('%s', (_, text, found) => {
    expect(report(text)).toBe(found);
  });
});

describe('the criteria of a choice', () => {
  it('are criteria of the unit, or the author reads where they are not', () => {
    const yaml = readFileSync('src/questions/simulation/examples.yaml', 'utf8');
    const question = (parse(yaml) as { question: { criteria: string[] } }[])[0]?.question;
    const named = (key: string) =>
      stringify([{ ...question, criteria: ['U01.1.1'] }]).replace(
        '          to: cross',
        `          to: cross\n          criteria: [${key}]`,
      );
    const report = (key: string) =>
      printProblems(
        choiceCriteriaKnown(readFiles({ ...sample, [paths.questions]: named(key) }).read),
      );
    expect(report('U01.1.1')).toBe('');
    expect(report('U01.1.7')).toBe(
      `content/units/01-greeting-people/01-hello.questions.yaml:22  In example-late-parcel: the choice “number” of the scene “hello” names the criterion “U01.1.7”, which this unit does not have.
  Mend: Write “U01.1.1” if that is what you mean.`,
    );
  });
});

describe('following a conversation', () => {
  /** Ways of a seeded walk: as long as there are choices, or for `steps` of them. */
  const walk = fc.tuple(fc.constantFrom(chat, emails), fc.array(fc.nat(3), { maxLength: 12 }));
  const pathOf = ([question, picks]: [typeof chat, number[]]): string[] => {
    const path: string[] = [];
    for (const pick of picks) {
      const choices = follow(question, path)?.now.choices;
      const choice = choices?.[pick % choices.length];
      if (!choice) break;
      path.push(choice.id);
    }
    return path;
  };

  it('any way is a response; it is marked at its end alone, by the choices that helped', () => {
    fc.assert(
      fc.property(walk, ([question, picks]) => {
        const path = pathOf([question, picks]);
        const response = { path, before: [] };
        expect(behaviour.isResponse(question, response)).toBe(true);
        expect(behaviour.isResponse(question, { path: [...path, 'gone'], before: [] })).toBe(false);
        const talk = follow(question, path);
        const mark = behaviour.mark(question, response);
        expect(mark.status).toBe(talk?.now.end ? 'marked' : 'blank');
        if (mark.status === 'marked') {
          expect(mark.outOf).toBe(path.length);
          expect(mark.score).toBe(mark.feedback.filter(({ right }) => right).length);
          expect(mark.say).toBe(talk && resultOf(talk));
        }
        const lines = behaviour.toText(question, response).split('\n').join(' ');
        for (const { scene, choice } of talk?.taken ?? []) {
          expect(lines).toContain(choice.text);
          expect(lines).toContain(scene.says.split('\n')[0]);
        }
      }),
    );
  });

  it('does not show a conversation that the question no longer has, or that is no list', () => {
    for (const value of [
      { path: ['greet', 'gone'], before: [] },
      { path: ['greet'] },
      { path: ['greet'], before: [[7]] },
      { path: 'greet', before: [] },
      ['greet'],
    ]) {
      expect(behaviour.isResponse(chat, value), JSON.stringify(value)).toBe(false);
    }
    // Earlier ways are history: they may lead through scenes of long ago.
    expect(behaviour.isResponse(chat, { path: [], before: [['gone']] })).toBe(true);
  });

  it('says how it went without calling it right or wrong', () => {
    const result = (path: string[]) => {
      const mark = behaviour.mark(chat, { path, before: [] });
      return mark.status === 'marked' ? mark.say : mark.status;
    };
    const best = behaviour.solution(chat)?.path ?? [];
    expect(best).toEqual(['greet', 'look', 'depot', 'cannot', 'label', 'add', 'sum-up', 'wish']);
    expect(result(best)).toBe('Every choice that you made helped.');
    expect(result([...best.slice(0, -1), 'rate'])).toBe('7 of your 8 choices helped.');
    expect(result(['number', 'system', 'probably', 'hope', 'trust', 'fine', 'close-chat'])).toBe(
      'None of your choices helped this time. Go back and try another way.',
    );
    expect(result(['greet'])).toBe('blank');
  });

  it('reads as a script', () => {
    const { question } = first(examplesOf('simulation'));
    expect(behaviour.toText(question, { path: ['number'], before: [] })).toBe(
      `Mr Osei (worried): Hello? Where is my parcel? It said before noon, and now it is three.
You: Number?
Mr Osei (upset): 7714. A hello would be nice, you know.`,
    );
  });
});
