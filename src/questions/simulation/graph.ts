/**
 * The graph of a conversation: scenes, and choices that lead from one to the next. Pure. The schema
 * looks for faults with it, and the authors' page draws it.
 */

type Effect = 'helps' | 'mixed' | 'harms';
interface Choice {
  id: string;
  to: string;
  effect: Effect;
}
/** What the graph needs to know of a scene. The first scene of a list opens the conversation. */
export interface Scene {
  id: string;
  choices?: readonly Choice[] | undefined;
  end?: object | undefined;
}

/** What is wrong, where in the question it stands, and how an author mends it. */
export interface Fault {
  path: (string | number)[];
  message: string;
  mend: string;
}

/** A conversation needs as many choices on its longest way through. */
const LEAST_CHOICES = 8;

const targets = (scene: Scene): string[] => (scene.choices ?? []).map(({ to }) => to);
const byId = (scenes: readonly Scene[]): Map<string, Scene> =>
  new Map(scenes.toReversed().map((scene) => [scene.id, scene]));

/** Ids of the scenes that a list of ways leads to from the first, itself included. */
export function reachable(
  scenes: readonly Scene[],
  ways: (scene: Scene) => string[] = targets,
): Set<string> {
  const known = byId(scenes);
  const seen = new Set<string>();
  const open = scenes.slice(0, 1).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const scene = known.get(id);
    if (!scene || seen.has(id)) continue;
    seen.add(id);
    open.push(...ways(scene));
  }
  return seen;
}

/** Ids of scenes that lead back to the first of them, in order; empty where there is no loop. */
export function loopIn(scenes: readonly Scene[]): string[] {
  const known = byId(scenes);
  const done = new Set<string>();
  const visit = (id: string, above: string[]): string[] => {
    if (above.includes(id)) return above.slice(above.indexOf(id));
    const scene = known.get(id);
    if (!scene || done.has(id)) return [];
    for (const to of targets(scene)) {
      const loop = visit(to, [...above, id]);
      if (loop.length > 0) return loop;
    }
    done.add(id);
    return [];
  };
  for (const { id } of scenes) {
    const loop = visit(id, []);
    if (loop.length > 0) return loop;
  }
  return [];
}

/**
 * How many choices it takes to come to each scene by the longest way; scenes that cannot be reached
 * are left out. Takes scenes without a loop.
 */
export function layersOf(scenes: readonly Scene[]): Map<string, number> {
  const known = byId(scenes);
  const layers = new Map<string, number>();
  const visit = (id: string, layer: number): void => {
    const scene = known.get(id);
    if (!scene || (layers.get(id) ?? -1) >= layer) return;
    layers.set(id, layer);
    for (const to of targets(scene)) visit(to, layer + 1);
  };
  for (const { id } of scenes.slice(0, 1)) visit(id, 0);
  return layers;
}

/** How many choices the longest way through has. Takes scenes without a loop. */
export const depthOf = (scenes: readonly Scene[]): number =>
  Math.max(0, ...layersOf(scenes).values());

const quoted = (ids: readonly string[], between = ', '): string =>
  ids.map((id) => `“${id}”`).join(between);

/**
 * Everything that keeps a conversation from working: choices that lead nowhere, loops, scenes that
 * nobody can reach, scenes without an end, too short, no helpful way through. Gives the faults in
 * the order of the scenes; none that only follows from another.
 */
export function faultsOf(scenes: readonly Scene[]): Fault[] {
  const ids = scenes.map(({ id }) => id);
  const at = (id: string) => ['scenes', ids.indexOf(id)];
  const faults: Fault[] = [];
  for (const [s, { id, choices, end }] of scenes.entries()) {
    if (Boolean(choices) === Boolean(end)) {
      faults.push({
        path: ['scenes', s],
        message: `the scene “${id}” has ${end ? 'both choices and an end' : 'neither choices nor an end'}.`,
        mend: end
          ? 'Keep the choices if the conversation goes on here. Keep the end if it is over.'
          : 'Add “choices:”, or “end:” with a title and a text.',
      });
    }
    for (const [c, { id: choice, to }] of (choices ?? []).entries()) {
      if (ids.includes(to)) continue;
      faults.push({
        path: ['scenes', s, 'choices', c, 'to'],
        message: `the choice “${choice}” of the scene “${id}” leads to “${to}”, which is no scene.`,
        mend: `Name one of: ${ids.join(', ')}.`,
      });
    }
  }
  const loop = loopIn(scenes);
  if (loop.length > 0) {
    faults.push({
      path: at(loop[0] ?? ''),
      message: `the conversation can go round for ever: ${quoted([...loop, ...loop.slice(0, 1)], ' leads to ')}.`,
      mend: 'Let one of these choices lead on to another scene.',
    });
  }
  if (faults.length > 0) return faults;

  const reached = reachable(scenes);
  for (const id of ids.filter((id) => !reached.has(id))) {
    faults.push({
      path: at(id),
      message: `no choice on the way from the opening leads to the scene “${id}”.`,
      mend: `Let a choice say “to: ${id}”, or take the scene out.`,
    });
  }
  const depth = depthOf(scenes);
  if (depth < LEAST_CHOICES) {
    faults.push({
      path: ['scenes'],
      message: `the longest way through has ${depth} choices, but it needs at least ${LEAST_CHOICES}.`,
      mend: 'Let the conversation go on for longer before it ends.',
    });
  }
  const helpful = reachable(scenes, ({ choices }) =>
    (choices ?? []).flatMap(({ effect, to }) => (effect === 'helps' ? [to] : [])),
  );
  const stuck = scenes.filter(({ id, choices, end }) => {
    const leads = choices?.some(({ effect }) => effect === 'helps');
    return helpful.has(id) && !end && !leads;
  });
  if (!scenes.some(({ id, end }) => end && helpful.has(id))) {
    faults.push({
      path: at(stuck[0]?.id ?? ids[0] ?? ''),
      message: `a learner who makes a helpful choice each time comes to no end: no choice helps in the scene ${quoted(stuck.map(({ id }) => id))}.`,
      mend: 'Give it a choice with “effect: helps”, or let another choice lead round it.',
    });
  }
  return faults;
}

/** A scene in the drawing: its middle, in units of the drawing. */
export interface Place {
  id: string;
  x: number;
  y: number;
}
/** A choice in the drawing: a path from one scene to the next. */
export interface Arrow {
  from: string;
  choice: string;
  effect: Effect;
  path: string;
}
export interface Drawing {
  width: number;
  height: number;
  /** half the width and half the height of the box of a scene */
  half: [x: number, y: number];
  places: Place[];
  arrows: Arrow[];
}

const BOX = { half: [52, 17] as [number, number], across: 128, down: 70, margin: 34 };
/** How far the ways of one scene leave from each other, and how far a long way bows out. */
const WAYS_APART = 26;
const BOW = 88;
/** Rounds of the sweep that puts each scene below those that lead to it. */
const SWEEPS = 4;

/**
 * Draws a conversation from the top down, each scene in the layer of its longest way. Takes scenes
 * without faults. A pure layered layout: scenes of a layer stand in the order of the middle of the
 * scenes that lead to them (Sugiyama, Tagawa and Toda, 1981).
 */
export function drawingOf(scenes: readonly Scene[]): Drawing {
  const layers = layersOf(scenes);
  const rows: string[][] = [];
  for (const [id, layer] of layers) (rows[layer] ??= []).push(id);
  const widest = Math.max(...rows.map((row) => row.length));
  const width = 2 * BOX.margin + widest * BOX.across;
  const xOf = new Map<string, number>();
  const spread = (row: readonly string[]) => {
    for (const [i, id] of row.entries()) {
      xOf.set(id, width / 2 + (i - (row.length - 1) / 2) * BOX.across);
    }
  };
  rows.forEach(spread);
  const middle = (ids: readonly string[], own: number) =>
    ids.length === 0 ? own : ids.reduce((sum, id) => sum + (xOf.get(id) ?? own), 0) / ids.length;
  const leadsTo = (id: string) =>
    scenes.filter((scene) => targets(scene).includes(id)).map((scene) => scene.id);
  const leadsFrom = (id: string) => scenes.filter((scene) => scene.id === id).flatMap(targets);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed()) {
      const key = new Map(
        row.map((id) => [id, middle((down ? leadsTo : leadsFrom)(id), xOf.get(id) ?? 0)]),
      );
      row.sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
      spread(row);
    }
  }
  const [, halfHeight] = BOX.half;
  const yOf = (id: string) => BOX.margin + halfHeight + (layers.get(id) ?? 0) * BOX.down;
  const places = rows.flat().map((id) => ({ id, x: xOf.get(id) ?? 0, y: yOf(id) }));
  return {
    width,
    height: 2 * (BOX.margin + halfHeight) + (rows.length - 1) * BOX.down,
    half: BOX.half,
    places,
    arrows: scenes
      .filter(({ id }) => layers.has(id))
      .flatMap(({ id, choices = [] }) =>
        choices.map(({ id: choice, to, effect }, i) => {
          const start = (xOf.get(id) ?? 0) + (i - (choices.length - 1) / 2) * WAYS_APART;
          const from = [start, yOf(id) + halfHeight];
          const end = [xOf.get(to) ?? 0, yOf(to) - halfHeight];
          return { from: id, choice, effect, path: curve(from, end, yOf(to) - yOf(id), width / 2) };
        }),
      ),
  };
}

/** A line that leaves and arrives upright; one that passes layers bows out, away from the middle. */
function curve(
  [x1 = 0, y1 = 0]: readonly number[],
  [x2 = 0, y2 = 0]: readonly number[],
  rise: number,
  middle: number,
): string {
  const bow = rise > BOX.down ? BOW * (x1 + x2 < 2 * middle ? -1 : 1) : 0;
  const bend = Math.min(BOX.down / 2, (y2 - y1) / 2);
  return `M${x1} ${y1}C${x1 + bow} ${y1 + bend} ${x2 + bow} ${y2 - bend} ${x2} ${y2}`;
}
