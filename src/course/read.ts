/** Sorts the authors' files by what they are, and checks the shape of each one by itself. */
import type { z } from 'zod';
import { schemas } from '../questions/schemas';
import type { Kind, Question } from '../questions/types';
import { scanMdx, type Mdx } from './mdx';
import { nearest } from './nearest';
import {
  assessorEntry,
  briefFile,
  glossaryFile,
  lessonFrontmatter,
  qualificationFile,
  sourcesFile,
  unitFile,
  verbsFile,
} from './schema';
import { checkShape } from './shape';
import { readYaml, type Source } from './source';
import type { Problem } from './types';

/** A file and its data; `data` is undefined where the shape does not fit. */
interface Checked<T> {
  source: Source;
  data: T | undefined;
}
/** One entry of a YAML list, known by its id even where the rest of it is wrong. */
export interface ReadQuestion {
  source: Source;
  /** its place in the list, for `source.lineOf([index, …])` */
  index: number;
  id: string | undefined;
  kind: string | undefined;
  data: Question | undefined;
}
interface ReadAssessorEntry {
  source: Source;
  index: number;
  prompt: string | undefined;
  data: z.infer<typeof assessorEntry> | undefined;
}
export interface ReadLesson {
  /** `content/units/01-…/01-….mdx` */
  file: string;
  slug: string;
  number: number;
  mdx: Mdx;
  front: Checked<z.infer<typeof lessonFrontmatter>> | undefined;
  questionsFile: string;
  /** undefined where the file is missing or unreadable, so that rules do not guess */
  questions: ReadQuestion[] | undefined;
  assessorFile: string;
  /** undefined where the file is missing or unreadable */
  assessor: ReadAssessorEntry[] | undefined;
}
export interface ReadUnit {
  /** `01-creating-first-impressions` */
  folder: string;
  unit: Checked<z.infer<typeof unitFile>> | undefined;
  lessons: ReadLesson[];
  /** file name → text of the SVG files in its images folder */
  images: Map<string, string>;
}
export interface Read {
  qualification: Checked<z.infer<typeof qualificationFile>> | undefined;
  glossary: Checked<z.infer<typeof glossaryFile>> | undefined;
  sources: Checked<z.infer<typeof sourcesFile>> | undefined;
  /** by id, which is the name of the file; undefined data where it does not fit */
  briefs: Map<string, Checked<z.infer<typeof briefFile>> | undefined>;
  verbs: Checked<z.infer<typeof verbsFile>> | undefined;
  /** in the order of their folders */
  units: ReadUnit[];
}

const wholeFiles = ['qualification.yaml', 'glossary.yaml', 'sources.yaml', 'verbs.yaml'];
const briefName = /^([a-z0-9-]+)\.yaml$/;
const lessonName = /^(\d\d)-([a-z0-9-]+)\.(mdx|questions\.yaml|assessor\.yaml)$/;

/** Takes path → text; gives what could be read and every problem of a single file. Pure. */
export function readFiles(files: Record<string, string>): { read: Read; problems: Problem[] } {
  const problems: Problem[] = [];
  const texts = new Map(
    Object.entries(files)
      .map(([path, text]) => [path.replace(/^\//, ''), text] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

  const whole = <T>(file: string, schema: z.ZodType<T>): Checked<T> | undefined => {
    const text = texts.get(file);
    if (text === undefined) {
      problems.push({
        file,
        line: 1,
        message: 'This file is missing.',
        mend: 'Add it: the course cannot be built without it.',
      });
      return undefined;
    }
    const { source, problems: unreadable } = readYaml(file, text);
    problems.push(...unreadable);
    if (!source) return undefined;
    const { data, problems: misfits } = checkShape(source, schema);
    problems.push(...misfits);
    return { source, data };
  };

  const units = new Map<string, ReadUnit>();
  const briefs: Read['briefs'] = new Map();
  const loose: { folder: string; file: string; stem: string }[] = [];
  for (const [file, text] of texts) {
    const [, area, folder, ...rest] = file.split('/');
    const name = rest.join('/');
    if (area !== 'units' || folder === undefined || name === '') {
      const brief = area === 'briefs' ? briefName.exec(folder ?? '')?.[1] : undefined;
      if (brief !== undefined && name === '') briefs.set(brief, whole(file, briefFile));
      else if (!wholeFiles.includes(area ?? '')) problems.push(strange(file));
      continue;
    }
    const unit: ReadUnit = units.get(folder) ?? {
      folder,
      unit: undefined,
      lessons: [],
      images: new Map(),
    };
    units.set(folder, unit);
    const lesson = lessonName.exec(name);
    if (name.startsWith('images/') && name.endsWith('.svg')) {
      unit.images.set(name.slice('images/'.length), text);
    } else if (lesson?.[3] === 'mdx') {
      unit.lessons.push(readLesson(file, lesson, text, texts, problems));
    } else if (lesson) {
      loose.push({ folder, file, stem: `${lesson[1]}-${lesson[2]}` });
    } else if (name !== 'unit.yaml') {
      problems.push(strange(file));
    }
  }
  for (const unit of units.values()) {
    unit.unit = whole(`content/units/${unit.folder}/unit.yaml`, unitFile);
  }
  for (const { folder, file, stem } of loose) {
    const lesson = `content/units/${folder}/${stem}.mdx`;
    if (texts.has(lesson)) continue;
    problems.push({
      file,
      line: 1,
      message: `No lesson belongs to this file: ${lesson} does not exist.`,
      mend: 'Give this file the name of its lesson, or write the lesson.',
    });
  }
  return {
    read: {
      qualification: whole('content/qualification.yaml', qualificationFile),
      glossary: whole('content/glossary.yaml', glossaryFile),
      sources: whole('content/sources.yaml', sourcesFile),
      briefs,
      verbs: whole('content/verbs.yaml', verbsFile),
      units: [...units.values()],
    },
    problems,
  };
}

function readLesson(
  file: string,
  name: RegExpExecArray,
  text: string,
  texts: Map<string, string>,
  problems: Problem[],
): ReadLesson {
  const stem = file.slice(0, -'.mdx'.length);
  const mdx = scanMdx(text);
  let front: ReadLesson['front'];
  if (mdx.frontmatter === undefined) {
    problems.push({
      file,
      line: 1,
      message: 'The lesson does not start with its details between two lines of ---.',
      mend: 'Start the file with ---, then title, summary, minutes, criteria and able, then ---.',
    });
  } else {
    const { source, problems: unreadable } = readYaml(file, mdx.frontmatter, 2);
    problems.push(...unreadable);
    if (source) {
      const { data, problems: misfits } = checkShape(source, lessonFrontmatter);
      problems.push(...misfits);
      front = { source, data };
    }
  }

  /** Each entry of a YAML list, whatever it holds. */
  const entries = (
    listFile: string,
    what: string,
  ): { source: Source; entry: unknown }[] | undefined => {
    const listText = texts.get(listFile);
    if (listText === undefined) {
      problems.push({
        file: listFile,
        line: 1,
        message: `This file is missing: the lesson ${file} has no ${what}.`,
        mend: `Add it, with the ${what} as a list.`,
      });
      return undefined;
    }
    const { source, problems: unreadable } = readYaml(listFile, listText);
    problems.push(...unreadable);
    if (!source) return undefined;
    if (!Array.isArray(source.value)) {
      problems.push({
        file: listFile,
        line: 1,
        message: 'This file must be a list.',
        mend: 'Start each entry with “- ”.',
      });
      return undefined;
    }
    return source.value.map((entry: unknown) => ({ source, entry }));
  };

  const questionsFile = `${stem}.questions.yaml`;
  const questions = entries(questionsFile, 'questions')?.map(({ source, entry }, index) => ({
    source,
    index,
    id: textField(entry, 'id'),
    kind: textField(entry, 'kind'),
    data: readQuestion(source, index, textField(entry, 'kind'), problems),
  }));
  const assessorFile = `${stem}.assessor.yaml`;
  const assessor = entries(assessorFile, 'guidance for assessors')?.map(
    ({ source, entry }, index) => {
      const { data, problems: misfits } = checkShape(source, assessorEntry, [index]);
      problems.push(...misfits);
      return { source, index, prompt: textField(entry, 'prompt'), data };
    },
  );
  return {
    file,
    slug: name[2] ?? '',
    number: Number(name[1]),
    mdx,
    front,
    questionsFile,
    questions,
    assessorFile,
    assessor,
  };
}

function readQuestion(
  source: Source,
  index: number,
  kind: string | undefined,
  problems: Problem[],
): Question | undefined {
  const kinds = Object.keys(schemas);
  if (kind === undefined || !isKind(kind)) {
    const guess = nearest(kind ?? '', kinds);
    problems.push({
      file: source.file,
      line: source.lineOf([index, 'kind']),
      message:
        kind === undefined
          ? `Question ${index + 1} of the file does not say its kind.`
          : `“${kind}” is not a kind of question.`,
      mend: `${guess ? `Write “${guess}” if that is what you mean. ` : ''}The kinds are: ${kinds.join(', ')}.`,
    });
    return undefined;
  }
  const { data, problems: misfits } = checkShape<Question>(source, schemas[kind], [index]);
  problems.push(...misfits);
  return data;
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(schemas, kind);

function textField(entry: unknown, field: string): string | undefined {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, field)) return undefined;
  const value = (entry as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}

function strange(file: string): Problem {
  return {
    file,
    line: 1,
    message: 'The course does not know a file of this name at this place.',
    mend: 'In a unit folder: unit.yaml, NN-name.mdx, NN-name.questions.yaml, NN-name.assessor.yaml and images/name.svg.',
  };
}
