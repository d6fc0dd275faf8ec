/** Reads one YAML text and keeps the place of every value, so that a problem can name its line. */
import { LineCounter, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Problem } from './types';

export type Path = readonly PropertyKey[];

export interface Source {
  /** path from the project folder, without a leading slash */
  file: string;
  /** what the YAML says, as plain data, not checked yet */
  value: unknown;
  /** the line (from 1) of the value at this path; of its nearest parent where it is missing */
  lineOf: (path: Path) => number;
  /** the value at this path as the author typed it, such as `1.10`; undefined where it is no scalar */
  typed: (path: Path) => string | undefined;
}

/**
 * Takes a file's name, its YAML text, and the line of the file on which that text starts.
 * Gives the source, or the first problem that makes it unreadable. Never throws.
 */
export function readYaml(
  file: string,
  text: string,
  firstLine = 1,
): { source: Source | undefined; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;

  // Only the first: one wrong line makes the parser complain about many that follow.
  const error = document.errors[0];
  if (error) {
    const problem = {
      file,
      line: lineAt(error.pos[0]),
      message: `This is not readable YAML: ${plainEnd(error.message)}`,
      mend: 'Check the spaces at the start of the line, and put quotes round a text that holds a colon or starts with a quote mark.',
    };
    return { source: undefined, problems: [problem] };
  }

  // A text that starts with * is an alias to YAML. Authors mean text: content has no aliases.
  const aliases: { name: string; offset: number }[] = [];
  visit(document, {
    Alias: (_, node) => {
      aliases.push({ name: node.source, offset: node.range?.[0] ?? 0 });
    },
  });
  const alias = aliases[0];
  if (alias) {
    const problem = {
      file,
      line: lineAt(alias.offset),
      message: `“*${alias.name}” starts with a star, which YAML reads as a reference to another place.`,
      mend: 'Put the text in quotes.',
    };
    return { source: undefined, problems: [problem] };
  }

  /** Walks down as far as the path goes; gives the key or list item that stands there. */
  const find = (path: Path): { offset: number; node: unknown; whole: boolean } => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const step of path) {
      let next: unknown;
      let place: unknown;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
        );
        next = pair?.value;
        place = pair?.key;
      } else if (isSeq(node)) {
        next = node.items[Number(step)];
        place = next;
      }
      if (!isNode(place)) return { offset, node, whole: false };
      offset = place.range?.[0] ?? offset;
      node = next;
    }
    return { offset, node, whole: true };
  };

  const source: Source = {
    file,
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(find(path).offset),
    typed: (path) => {
      const { node, whole } = find(path);
      return whole && isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
  return { source, problems: [] };
}

/** One sentence of a library's message, ended with one full stop. */
function plainEnd(message: string): string {
  return `${(message.split('\n')[0] ?? message).replace(/[.:\s]+$/, '')}.`;
}
