/** Faults planted across files: each test holds the whole of what the author reads. */
import { expect, test } from 'vitest';
import { buildCourse, printProblems } from '../../../src/course/course';
import { blocks, paths, planted, sample } from './sample';

const unit = 'content/units/01-greeting-people';
const report = (files: Record<string, string>) => printProblems(buildCourse(files).problems);

const spot = `- kind: spot-it
  id: u01-sort
  criteria: ['U01.1.1']
  level: recall
  ask: Mark the greeting.
  title: A note
  text: '{{helo}} and {{bye}} and {{nod}} and {{price}}'
  parts:
    - { id: hello, text: Hello, feedback: It opens a talk. }
    - { id: bye, text: Goodbye, feedback: It ends a talk. }
    - { id: nod, text: A nod, feedback: It needs no words. }
    - { id: price, text: Two pounds, feedback: It is a price. }
`;
const scene = (image: string) => `- kind: hotspot
  id: u01-sort
  criteria: ['U01.1.1']
  level: recall
  ask: Choose the way in.
  image: ${image}
  title: A house
  alt: A house with a door, a roof and a wall.
  places:
    - { id: roof, label: The roof, x: 50, y: 8, feedback: It keeps the rain out. }
    - { id: door, label: The door, x: 20, y: 60, right: true, feedback: You come in here. }
    - { id: wall, label: The wall, x: 60, y: 50, feedback: It holds the roof. }
    - { id: floor, label: The floor, x: 90, y: 60, feedback: You stand on it. }
`;

const typed = (second: string) => `- kind: short-answer
  id: u01-sort
  criteria: ['U01.1.1']
  level: recall
  ask: What do you say first?
  compare: You say hello.
  answers:
    - { id: hello, accept: [hello, hi], right: true, feedback: It opens a talk. }
    - { id: bye, accept: [goodbye, ${second}], feedback: It ends a talk. }
`;
const listed = `- kind: list-it
  id: u01-sort
  criteria: ['U01.1.1']
  level: recall
  ask: List four greetings.
  want: 4
  points:
    - { id: hello, text: Hello., accept: [hello], feedback: It opens a talk. }
    - { id: nod, text: A nod., accept: [nod], feedback: It needs no words. }
    - { id: wave, text: A wave., accept: [wave], feedback: It works from afar. }
`;
const cards = (...terms: string[]) => `- kind: flashcards
  id: u01-sort
  criteria: ['U01.1.1']
  level: recall
  ask: Do you know these words?
  terms: [${terms.join(', ')}]
`;
const inPlaceOfSort = (block: string) => ({
  ...sample,
  [paths.glossary]: ['greeting', 'nod', 'wave', 'smile']
    .map((id) => `- { id: ${id}, term: ${id}, meaning: A way to greet. }\n`)
    .join(''),
  [paths.questions]: (sample[paths.questions] ?? '').replace(blocks.sort, block),
});

/** A fault and the problems it must give; `found` is written without the folder of the unit. */
const faults: { fault: string; files: Record<string, string>; found: string }[] = [
  {
    fault: 'an unknown criterion',
    files: planted(
      paths.questions,
      "id: u01-tick\n  criteria: ['U01.1.1']",
      "id: u01-tick\n  criteria: ['U01.1.1', 'U03.2.2']",
    ),
    found: `01-hello.questions.yaml:14  In u01-tick: there is no criterion “U03.2.2” in this unit.
  Mend: Name one of: U01.1.1.`,
  },
  {
    fault: 'a question that is not placed',
    files: planted(paths.lesson, '<Question id="u01-tick" />\n', ''),
    found: `01-hello.questions.yaml:13  The question “u01-tick” is not placed in its lesson.
  Mend: Put <Question id="u01-tick" /> into a <Practice> block of content/units/01-greeting-people/01-hello.mdx.`,
  },
  {
    fault: 'a question that is placed twice',
    files: planted(paths.lesson, '</Practice>', '<Question id="u01-tick" />\n\n</Practice>'),
    found: `01-hello.mdx:28  The question “u01-tick” is placed twice: it is on line 24 already.
  Mend: Take one of the two out.`,
  },
  {
    fault: 'a written prompt that is placed',
    files: planted(paths.lesson, '</Practice>', '<Question id="u01-say-what" />\n\n</Practice>'),
    found: `01-hello.mdx:28  “u01-say-what” is a written prompt. The page places written prompts by itself.
  Mend: Take this line out.`,
  },
  {
    fault: 'a placed question that does not exist',
    files: planted(paths.lesson, '</Practice>', '<Question id="u01-pikc" />\n\n</Practice>'),
    found: `01-hello.mdx:28  There is no question “u01-pikc”.
  Mend: Write “u01-pick” if that is what you mean.`,
  },
  {
    fault: 'a question id that is used twice',
    files: {
      ...planted(paths.questions, 'id: u01-tick', 'id: u01-pick'),
      [paths.lesson]: (sample[paths.lesson] ?? '').replace('<Question id="u01-tick" />\n', ''),
    },
    found: `01-hello.questions.yaml:13  The question id “u01-pick” is used already, in content/units/01-greeting-people/01-hello.questions.yaml:2.
  Mend: Give this question an id of its own. A stored answer is found by it.`,
  },
  {
    fault: 'an option id that is used twice',
    files: planted(paths.questions, '- id: price\n', '- id: bye\n'),
    found: `01-hello.questions.yaml:9  In u01-pick: the id “bye” is used twice.
  Mend: Give each one an id of its own. A stored answer is found by it.`,
  },
  {
    fault: 'a range part that no lesson teaches',
    files: planted(paths.lesson, '<Range id="nods">You can nod.</Range>', 'You can nod.'),
    found: `unit.yaml:24  No lesson teaches the range part “nods”.
  Mend: Put <Range id="nods">…</Range> round the words of a lesson that teach it.`,
  },
  {
    fault: 'an unknown range part',
    files: planted(paths.lesson, 'You can nod.', 'You can <Range id="smiles">smile</Range>.'),
    found: `01-hello.mdx:15  “smiles” is not a part of this unit’s range.
  Mend: Name one of: words, nods.`,
  },
  {
    fault: 'a picture that does not exist',
    files: planted(paths.lesson, 'image="door.svg"', 'image="doors.svg"'),
    found: `01-hello.mdx:17  The picture “doors.svg” does not exist in content/units/01-greeting-people/images.
  Mend: Write “door.svg” if that is what you mean.`,
  },
  {
    fault: 'a figure without a caption',
    files: planted(paths.lesson, ' caption="A door stands open."', ''),
    found: `01-hello.mdx:17  The figure “door.svg” has no caption.
  Mend: Write caption="…". Who cannot see the picture reads it there.`,
  },
  {
    fault: 'a picture with a script',
    files: planted(paths.picture, '<path class', '\n<path onclick="go()" class'),
    found: `images/door.svg:2  The picture holds a script: “onclick=”.
  Mend: Take it out.`,
  },
  {
    fault: 'a picture with a style',
    files: planted(paths.picture, 'class="ink"', 'style="stroke:red"'),
    found: `images/door.svg:1  The picture holds a style: “style=”.
  Mend: Use the classes for figures: ink, draw-a, draw-b, draw-gap, bold, a-word, paper, fill-a, on-a.`,
  },
  {
    fault: 'a picture with an id',
    files: planted(paths.picture, 'class="ink"', 'id="door"'),
    found: `images/door.svg:1  The picture holds an id: “id=”.
  Mend: Take it out. Two pictures on one page could have the same.`,
  },
  {
    fault: 'a picture that loads something',
    files: planted(paths.picture, '<path class="ink"', '<image href="https://example.org/a.png"'),
    found: `images/door.svg:1  The picture holds a link or a reference to something else: “<image”.
  Mend: Draw it in the file itself.

${unit}/images/door.svg:1  The picture holds a link or a reference to something else: “href=”.
  Mend: Draw it in the file itself.`,
  },
  {
    fault: 'a picture without a viewBox',
    files: planted(paths.picture, 'viewBox="0 0 100 100"', 'width="100"'),
    found: `images/door.svg:1  The picture must be one <svg viewBox="…"> without width and height.
  Mend: Start the file with <svg viewBox="0 0 352 240"> and end it with </svg>.`,
  },
  {
    fault: 'a heading jump',
    files: planted(paths.lesson, '## Practice', '#### Practice'),
    found: `01-hello.mdx:19  The heading “Practice” jumps from level 2 to level 4.
  Mend: Start it with ###.`,
  },
  {
    fault: 'a heading of level 1',
    files: planted(paths.lesson, '## What it is', '# What it is'),
    found: `01-hello.mdx:11  “What it is” is a heading of level 1. The page makes that one from the title.
  Mend: Start it with ##.`,
  },
  {
    fault: 'a term that the glossary does not have',
    files: planted(paths.lesson, '<Term id="greeting">', '<Term id="farewell">'),
    found: `01-hello.mdx:13  The glossary has no term “farewell”.
  Mend: Add it to content/glossary.yaml, or take the <Term> out.`,
  },
  {
    fault: 'a criterion with too few practice questions',
    files: {
      ...planted(paths.lesson, '<Question id="u01-gap" />\n', ''),
      [paths.questions]: blocks.pick + blocks.tick + blocks.sort + blocks.prompt,
    },
    found: `unit.yaml:17  Criterion U01.1.1 needs at least 4 practice questions, but has 3.
  Mend: Write 1 more, or name "U01.1.1" in the criteria of questions that practise it.`,
  },
  {
    fault: 'a criterion without a written prompt',
    files: {
      ...planted(paths.assessor, sample[paths.assessor] ?? '', '[]\n'),
      [paths.questions]: blocks.pick + blocks.tick + blocks.sort + blocks.gap,
    },
    found: `unit.yaml:17  Criterion U01.1.1 needs exactly one written prompt, but has none.
  Mend: Add a question of kind “written” to its lesson.`,
  },
  {
    fault: 'a criterion with two written prompts',
    files: {
      ...sample,
      [paths.questions]:
        (sample[paths.questions] ?? '') +
        blocks.prompt.replace('u01-say-what', 'u01-say-more').replace('U01-01', 'U01-02'),
      [paths.assessor]:
        (sample[paths.assessor] ?? '') +
        (sample[paths.assessor] ?? '')
          .replace('u01-say-what', 'u01-say-more')
          .replace('U01-01', 'U01-02'),
    },
    found: `unit.yaml:17  Criterion U01.1.1 needs exactly one written prompt, but has u01-say-what, u01-say-more.
  Mend: Keep one of them.`,
  },
  {
    fault: 'an evidence reference that is used twice',
    files: {
      ...sample,
      [paths.questions]:
        (sample[paths.questions] ?? '') + blocks.prompt.replace('u01-say-what', 'u01-say-more'),
      [paths.assessor]:
        (sample[paths.assessor] ?? '') +
        (sample[paths.assessor] ?? '').replace('u01-say-what', 'u01-say-more'),
    },
    found: `01-hello.questions.yaml:58  In u01-say-more: the evidence reference “U01-01” belongs to “u01-say-what” already.
  Mend: Use the next free number. A reference is for one prompt, and is never used again.

${unit}/unit.yaml:17  Criterion U01.1.1 needs exactly one written prompt, but has u01-say-what, u01-say-more.
  Mend: Keep one of them.`,
  },
  {
    fault: 'a criterion without a lesson',
    files: planted(
      paths.unit,
      'range:',
      "      - number: '1.2'\n        printed: '1.2'\n        text: State why\nrange:",
    ),
    found: `unit.yaml:20  Criterion U01.1.2 needs at least 4 practice questions, but has 0.
  Mend: Write 4 more, or name "U01.1.2" in the criteria of questions that practise it.

${unit}/unit.yaml:20  Criterion U01.1.2 needs exactly one written prompt, but has none.
  Mend: Add a question of kind “written” to its lesson.

${unit}/unit.yaml:20  No lesson teaches criterion U01.1.2.
  Mend: Name "U01.1.2" in the criteria of the lesson that teaches it.`,
  },
  {
    fault: 'a lesson with two kinds of question',
    files: {
      ...sample,
      [paths.questions]:
        blocks.pick +
        blocks.tick +
        blocks.pick.replace('u01-pick', 'u01-sort') +
        blocks.tick.replace('u01-tick', 'u01-gap') +
        blocks.prompt,
    },
    found: `01-hello.questions.yaml:1  A lesson needs at least 3 kinds of practice question, but this one has: single-choice, multiple-choice.
  Mend: Turn one or two of them into another kind.`,
  },
  {
    fault: 'an evidence reference of another unit',
    files: {
      ...planted(paths.questions, 'ref: U01-01', 'ref: U02-01'),
      [paths.assessor]: (sample[paths.assessor] ?? '').replace('U01-01', 'U02-01'),
    },
    found: `01-hello.questions.yaml:49  In u01-say-what: the evidence reference is “U02-01”, but references of this unit start with “U01-”.
  Mend: Use the next free number after U01-.`,
  },
  {
    fault: 'a prompt without an entry for assessors',
    files: planted(paths.assessor, 'prompt: u01-say-what', 'prompt: u01-say-that'),
    found: `01-hello.assessor.yaml:1  “u01-say-that” is not a written prompt of this lesson.
  Mend: Name one of: u01-say-what.

${unit}/01-hello.questions.yaml:46  The prompt “u01-say-what” has no entry in content/units/01-greeting-people/01-hello.assessor.yaml.
  Mend: Keep one entry there, with “prompt: u01-say-what”.`,
  },
  {
    fault: 'another reference in the assessor file',
    files: planted(paths.assessor, 'ref: U01-01', 'ref: U01-02'),
    found: `01-hello.assessor.yaml:2  In u01-say-what: the reference is “U01-02”, but the prompt has “U01-01”.
  Mend: Write “ref: U01-01”.`,
  },
  {
    fault: 'a gap that is not in the text',
    files: planted(paths.questions, '{{word}}', '{{wort}}'),
    found: `01-hello.questions.yaml:39  In u01-gap: the text has {{wort}}, but no gap has the id “wort”.
  Mend: Add that gap, or take {{wort}} out. The gaps are: word.

${unit}/01-hello.questions.yaml:41  In u01-gap: {{word}} stands nowhere in the text.
  Mend: Put {{word}} into the text once.`,
  },
  {
    fault: 'an item of a group that does not exist',
    files: planted(paths.questions, 'text: Hi, group: open', 'text: Hi, group: opening'),
    found: `01-hello.questions.yaml:32  In u01-sort: “hi” belongs to the group “opening”, which does not exist.
  Mend: Name one of: open, close.`,
  },
  {
    fault: 'a group to which nothing belongs',
    files: planted(paths.questions, 'text: Goodbye, group: close', 'text: Goodbye, group: open'),
    found: `01-hello.questions.yaml:29  In u01-sort: nothing belongs to the group “close”.
  Mend: Give it an item, or take the group out.`,
  },
  {
    fault: 'an extra answer with the id and the words of a pair',
    files: {
      ...sample,
      [paths.questions]:
        blocks.pick +
        blocks.tick +
        blocks.gap +
        blocks.prompt +
        `- kind: matching
  id: u01-sort
  criteria: ['U01.1.1']
  level: understand
  ask: Match these.
  pairs:
    - { id: hello, left: Hello, right: You say it first, feedback: It opens a talk. }
    - { id: bye, left: Goodbye, right: You say it last, feedback: It ends a talk. }
    - { id: nod, left: A nod, right: You need no words, feedback: It is a movement. }
  extras:
    - { id: bye, text: You say it first }
`,
    },
    found: `01-hello.questions.yaml:52  In u01-sort: the extra answer “You say it first” is also the answer of a pair.
  Mend: Change it: a learner could not tell the two apart.

${unit}/01-hello.questions.yaml:52  In u01-sort: the id “bye” is used twice.
  Mend: Give each one an id of its own. A stored answer is found by it.`,
  },
  {
    fault: 'a passage and its parts that do not fit',
    files: {
      ...sample,
      [paths.questions]: (sample[paths.questions] ?? '').replace(blocks.sort, spot),
    },
    found: `01-hello.questions.yaml:28  In u01-sort: the text has {{helo}}, but no part has the id “helo”.
  Mend: Add that part, or take {{helo}} out. The parts are: hello, bye, nod, price.

${unit}/01-hello.questions.yaml:29  In u01-sort: at least one part must say “spot: true”, and at least one must not.
  Mend: Put “spot: true” on each part that the learner should mark, and only there.

${unit}/01-hello.questions.yaml:30  In u01-sort: {{hello}} stands nowhere in the text.
  Mend: Put {{hello}} into the text once.`,
  },
  {
    fault: 'a picture of a question that does not exist',
    files: {
      ...sample,
      [paths.questions]: (sample[paths.questions] ?? '').replace(blocks.sort, scene('doors.svg')),
    },
    found: `01-hello.questions.yaml:27  In u01-sort: the picture “doors.svg” does not exist in content/units/01-greeting-people/images.
  Mend: Write “door.svg” if that is what you mean.`,
  },
  {
    fault: 'a picture of a question with another shape',
    files: {
      ...sample,
      [paths.questions]: (sample[paths.questions] ?? '').replace(blocks.sort, scene('door.svg')),
    },
    found: `01-hello.questions.yaml:27  In u01-sort: the picture “door.svg” has another shape than the pictures of questions.
  Mend: Start the file with <svg viewBox="0 0 360 270">: its places are found by that.`,
  },
  {
    fault: 'places that a finger cannot tell apart',
    files: {
      ...sample,
      [paths.questions]: (sample[paths.questions] ?? '').replace(
        blocks.sort,
        scene('door.svg').replace('x: 90', 'x: 25'),
      ),
    },
    found: `01-hello.questions.yaml:34  In u01-sort: “floor” is too near to “door”: on a phone a finger cannot tell them apart.
  Mend: Move one of them: about 16 in x, or about 22 in y, lies between two places.`,
  },
  {
    fault: 'words that stand for two answers',
    files: inPlaceOfSort(typed('the Hellos')),
    found: `01-hello.questions.yaml:30  In u01-sort: “the Hellos” stands for “hello” and for “bye”.
  Mend: Keep it in one of the two. Capital letters, plurals and articles make no difference.`,
  },
  {
    fault: 'an answer without a word',
    files: inPlaceOfSort(typed("'?'")),
    found: `01-hello.questions.yaml:30  In u01-sort: “?” has no word in it that can be compared.
  Mend: Write a word or a short phrase.`,
  },
  {
    fault: 'a list that wants more than there is',
    files: inPlaceOfSort(listed),
    found: `01-hello.questions.yaml:27  In u01-sort: the question wants 4 points, but it has only 3.
  Mend: Add points, or want fewer.`,
  },
  {
    fault: 'a card for a term that the glossary does not have',
    files: inPlaceOfSort(cards('greeting', 'nod', 'wave', 'smle')),
    found: `01-hello.questions.yaml:27  In u01-sort: the glossary has no term “smle”.
  Mend: Write “smile” if that is what you mean.`,
  },
  {
    fault: 'a term that is named twice',
    files: inPlaceOfSort(cards('greeting', 'nod', 'wave', 'nod')),
    found: `01-hello.questions.yaml:27  In u01-sort: the term “nod” is named twice.
  Mend: Take one of the two out.`,
  },
  {
    fault: 'a criterion with an unknown verb',
    files: planted(paths.unit, 'text: State what', 'text: Explain what'),
    found: `unit.yaml:19  Criterion 1.1 starts with no verb of content/verbs.yaml: “Explain what a greeting is”.
  Mend: Check the wording, or add the verb. The verbs are: State.`,
  },
  {
    fault: 'a criterion out of order',
    files: planted(paths.unit, "- number: '1.1'", "- number: '1.2'"),
    found: `unit.yaml:17  This criterion is 1.1 by its place, but its number says “1.2”.
  Mend: Write “number: "1.1"”, or put the criteria in order.`,
  },
  {
    fault: 'an unknown source',
    files: planted(paths.lesson, 'id="greeting-act-2001"', 'id="greeting-act-2010"'),
    found: `01-hello.mdx:15  There is no source “greeting-act-2010”.
  Mend: Write “greeting-act-2001” if that is what you mean.`,
  },
  {
    fault: 'a law without a source',
    files: planted(
      paths.lesson,
      'You can nod.',
      'The **Greeting\nAct 2001** and the Nod etc. Act 1974 let you.',
    ),
    found: `01-hello.mdx:16  The lesson names a law, but cites no source for it: “Nod etc. Act 1974”.
  Mend: Put <Source id="…">…</Source> round the statement that names it, and add the law to content/sources.yaml.`,
  },
  {
    fault: 'a law in a caption only',
    files: planted(
      paths.lesson,
      '<Source id="greeting-act-2001">The Greeting Act 2001 lets you.</Source> So does',
      '<Table head={["UK GDPR > x"]} rows={[["the Greeting Act 2001"]]} /> So does',
    ),
    found: `01-hello.mdx:15  The lesson names a law, but cites no source for it: “Greeting Act 2001”.
  Mend: Put <Source id="greeting-act-2001">…</Source> round the statement that names it.

${unit}/01-hello.mdx:15  The lesson names a law, but cites no source for it: “UK GDPR”.
  Mend: Put <Source id="…">…</Source> round the statement that names it, and add the law to content/sources.yaml.`,
  },
  {
    fault: 'an unknown organisation',
    files: planted(paths.lesson, 'id="hill-cafe"', 'id="hil-cafe"'),
    found: `01-hello.mdx:15  There is no organisation “hil-cafe”.
  Mend: Write “hill-cafe” if that is what you mean.`,
  },
  {
    fault: 'an unknown part of an organisation',
    files: planted(paths.lesson, 'part="hours"', 'part="refunds"'),
    found: `01-hello.mdx:15  The page about “hill-cafe” has no part “refunds”.
  Mend: Name one of: hours.`,
  },
];

test.each(faults)('$fault', ({ files, found }) => {
  expect(report(files)).toBe(`${unit}/${found}`);
  expect(buildCourse(files).course).toBeUndefined();
});

test('a table may name a law whose source the lesson cites', () => {
  const cited = planted(
    paths.lesson,
    '<Source id="greeting-act-2001">The Greeting Act 2001 lets you.</Source>',
    '<Source id="greeting-act-2001">The <Term id="greeting">law</Term> lets you.</Source>\n\n<Table head={["Law"]} rows={[["Greeting Act 2001"]]} />\n\n',
  );
  expect(report(cited)).toBe('');
});

test('sources out of order, twice, never looked at again, and without a word on what changes', () => {
  const entry = (sample[paths.sources] ?? '').trimEnd();
  const files = {
    ...sample,
    [paths.sources]: [
      entry,
      entry,
      entry.replace('id: greeting', 'id: aa').replace('2027-11-22', '2026-11-22'),
      entry.replace('id: greeting', 'id: zz').replace('settled', 'changing'),
      entry.replace('id: greeting', 'id: zzz').concat('\n  note: It may go.'),
    ].join('\n'),
  };
  expect(report(files)).toBe(`content/sources.yaml:9  The source “greeting-act-2001” is there twice.
  Mend: Keep one of the two.

content/sources.yaml:17  The source “aa-act-2001” is to be looked at again on 2026-11-22, but was checked on 2026-11-22.
  Mend: Write a later day for “review”.

content/sources.yaml:17  The source “aa-act-2001” stands after “greeting-act-2001”.
  Mend: Put the sources in the order of their ids.

content/sources.yaml:25  The source “zz-act-2001” is changing, but does not say what may change.
  Mend: Add “note:”, in plain words.

content/sources.yaml:33  The source “zzz-act-2001” is settled, but says what may change.
  Mend: Write “status: changing”, or take the note out.`);
});

test('a picture with the name of a picture of another unit', () => {
  const second = paths.picture.replace('01-greeting-people', '02-serving-people');
  const found = report({ ...sample, [second]: sample[paths.picture] ?? '' });
  expect(found)
    .toContain(`content/units/02-serving-people/images/door.svg:1  There is a picture “door.svg” in content/units/01-greeting-people/images too.
  Mend: Give one of them another name, there and where it is used.`);
});

test('a unit that is listed without a folder, and a folder that is not listed', () => {
  const files = planted(paths.qualification, '- 01-greeting-people', '- 01-greeting-folk');
  expect(report(files)).toBe(
    `content/qualification.yaml:30  The unit “01-greeting-folk” is listed, but content/units has no such folder.
  Mend: Add content/units/01-greeting-folk/unit.yaml, or take the line out.

content/units/01-greeting-people/unit.yaml:1  The folder “01-greeting-people” is not listed in content/qualification.yaml.
  Mend: Add “- 01-greeting-people” to its units.`,
  );
});
