/** Rules about units, their numbers and their words. */
import type { Read } from '../read';
import type { Problem } from '../types';

/** Each listed unit has a folder, each folder is listed, and the numbers agree with the order. */
export function unitsListedAndPresent(read: Read): Problem[] {
  const problems: Problem[] = [];
  const { qualification } = read;
  if (!qualification?.data) return problems;
  const listed = qualification.data.units;
  const folders = new Set(read.units.map((unit) => unit.folder));

  for (const [index, folder] of listed.entries()) {
    const at = {
      file: qualification.source.file,
      line: qualification.source.lineOf(['units', index]),
    };
    if (listed.indexOf(folder) !== index) {
      problems.push({
        ...at,
        message: `The unit “${folder}” is listed twice.`,
        mend: 'Take one of the two lines out.',
      });
    } else if (!folders.has(folder)) {
      problems.push({
        ...at,
        message: `The unit “${folder}” is listed, but content/units has no such folder.`,
        mend: `Add content/units/${folder}/unit.yaml, or take the line out.`,
      });
    }
  }
  for (const { folder, unit } of read.units) {
    if (!listed.includes(folder)) {
      problems.push({
        file: `content/units/${folder}/unit.yaml`,
        line: 1,
        message: `The folder “${folder}” is not listed in content/qualification.yaml.`,
        mend: `Add “- ${folder}” to its units.`,
      });
    } else if (unit?.data) {
      const place = listed.indexOf(folder) + 1;
      const prefix = Number(/^\d+/.exec(folder)?.[0]);
      if (unit.data.number !== place || prefix !== place) {
        problems.push({
          file: unit.source.file,
          line: unit.source.lineOf(['number']),
          message: `The unit says that its number is ${unit.data.number} and its folder starts with ${folder.slice(0, 2)}, but it is number ${place} of the list in content/qualification.yaml.`,
          mend: 'Make the three the same.',
        });
      }
    }
  }
  return problems;
}

/** Criteria are numbered outcome.1, outcome.2… and each starts with a command verb we explain. */
export function criteriaNumbered(read: Read): Problem[] {
  const problems: Problem[] = [];
  const verbs = read.verbs?.data?.map((verb) => verb.verb);
  for (const { unit } of read.units) {
    if (!unit?.data) continue;
    for (const [o, outcome] of unit.data.outcomes.entries()) {
      if (outcome.number !== o + 1) {
        problems.push({
          file: unit.source.file,
          line: unit.source.lineOf(['outcomes', o, 'number']),
          message: `This outcome is number ${o + 1} of the unit, but it says ${outcome.number}.`,
          mend: `Write “number: ${o + 1}”, or put the outcomes in order.`,
        });
      }
      for (const [c, criterion] of outcome.criteria.entries()) {
        const expected = `${outcome.number}.${c + 1}`;
        const path = ['outcomes', o, 'criteria', c];
        if (criterion.number !== expected) {
          problems.push({
            file: unit.source.file,
            line: unit.source.lineOf([...path, 'number']),
            message: `This criterion is ${expected} by its place, but its number says “${criterion.number}”.`,
            mend: `Write “number: "${expected}"”, or put the criteria in order.`,
          });
        }
        if (verbs && !verbs.some((verb) => criterion.text.startsWith(`${verb} `))) {
          problems.push({
            file: unit.source.file,
            line: unit.source.lineOf([...path, 'text']),
            message: `Criterion ${criterion.number} starts with no verb of content/verbs.yaml: “${criterion.text}”.`,
            mend: `Check the wording, or add the verb. The verbs are: ${verbs.join(', ')}.`,
          });
        }
      }
    }
  }
  return problems;
}

/** Ids of glossary terms, verbs and range parts come once. */
export function namesOnce(read: Read): Problem[] {
  const problems: Problem[] = [];
  const once = (file: string, what: string, names: { name: string; line: number }[]) => {
    const first = new Map<string, number>();
    for (const { name, line } of names) {
      const before = first.get(name);
      if (before === undefined) first.set(name, line);
      else {
        problems.push({
          file,
          line,
          message: `The ${what} “${name}” is there twice: it is on line ${before} already.`,
          mend: 'Give one of them another name, or take it out.',
        });
      }
    }
  };
  const { glossary, verbs } = read;
  if (glossary?.data) {
    const names = glossary.data.map(({ id }, i) => ({
      name: id,
      line: glossary.source.lineOf([i, 'id']),
    }));
    once(glossary.source.file, 'glossary id', names);
  }
  if (verbs?.data) {
    const names = verbs.data.map(({ verb }, i) => ({
      name: verb,
      line: verbs.source.lineOf([i, 'verb']),
    }));
    once(verbs.source.file, 'verb', names);
  }
  for (const { unit } of read.units) {
    if (!unit?.data) continue;
    const parts = unit.data.range.flatMap((topic, t) =>
      topic.points.flatMap((point, p) =>
        point.parts.map((name, i) => ({
          name,
          line: unit.source.lineOf(['range', t, 'points', p, 'parts', i]),
        })),
      ),
    );
    once(unit.source.file, 'range part', parts);
  }
  return problems;
}
