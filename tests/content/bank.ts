/** Every question of the course in one list, for the rules that look across lessons. */
import type { Read } from '../../src/course/read';
import type { Question } from '../../src/questions/types';
import { textsOf } from './texts';

/** A question as the author wrote it: its fields by name, whatever its kind. */
export interface Entry {
  /** number of the unit */
  unit: number;
  /** file of the lesson's text, which names the lesson */
  lesson: string;
  /** where to mend it: `file:line` */
  place: string;
  id: string;
  kind: string;
  fields: Readonly<Record<string, unknown>>;
  /** undefined where the question does not fit the shape of its kind; the build says so */
  data: Question | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const bankOf = (read: Read): Entry[] =>
  read.units.flatMap(({ folder, lessons }) =>
    lessons.flatMap((lesson) =>
      (lesson.questions ?? []).flatMap(({ source, index, id, kind, data }) => {
        const fields: unknown = Array.isArray(source.value) ? source.value[index] : undefined;
        if (id === undefined || kind === undefined || !isRecord(fields)) return [];
        return {
          unit: Number(folder.slice(0, 2)),
          lesson: lesson.file,
          place: `${source.file}:${source.lineOf([index])}`,
          id,
          kind,
          fields,
          data,
        };
      }),
    ),
  );

/** The texts of an entry that are not feedback: what stands on the page before an answer. */
export const shownTexts = ({ data }: Entry): string[] =>
  data ? textsOf(data).flatMap(({ text, teaches }) => (teaches ? [] : text)) : [];
