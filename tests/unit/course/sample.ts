/** A tiny course without a fault, as text in memory, and a way to plant one in it. */

const unit = '/content/units/01-greeting-people';
export const paths = {
  qualification: '/content/qualification.yaml',
  glossary: '/content/glossary.yaml',
  sources: '/content/sources.yaml',
  brief: '/content/briefs/hill-cafe.yaml',
  verbs: '/content/verbs.yaml',
  unit: `${unit}/unit.yaml`,
  lesson: `${unit}/01-hello.mdx`,
  questions: `${unit}/01-hello.questions.yaml`,
  assessor: `${unit}/01-hello.assessor.yaml`,
  picture: `${unit}/images/door.svg`,
} as const;

/** The questions of the sample, each by itself. */
export const blocks = {
  pick: `- kind: single-choice
  id: u01-pick
  criteria: ['U01.1.1']
  level: recall
  ask: Which one is a greeting?
  options:
    - { id: hello, text: Hello, right: true, feedback: It opens a talk. }
    - { id: bye, text: Goodbye, feedback: It ends a talk. }
    - id: price
      text: Two pounds
      feedback: It is a price.
`,
  tick: `- kind: multiple-choice
  id: u01-tick
  criteria: ['U01.1.1']
  level: recall
  ask: Which of these are greetings?
  options:
    - { id: hello, text: Hello, right: true, feedback: It opens a talk. }
    - { id: nod, text: A nod, right: true, feedback: It needs no words. }
    - { id: bye, text: Goodbye, feedback: It ends a talk. }
    - { id: price, text: Two pounds, feedback: It is a price. }
`,
  sort: `- kind: grouping
  id: u01-sort
  criteria: ['U01.1.1']
  level: understand
  ask: Sort these.
  groups:
    - { id: open, title: Opens a talk }
    - { id: close, title: Ends a talk }
  items:
    - { id: hello, text: Hello, group: open, feedback: You say it first. }
    - { id: hi, text: Hi, group: open, feedback: It is short for hello. }
    - { id: bye, text: Goodbye, group: close, feedback: You say it last. }
`,
  gap: `- kind: gap-fill
  id: u01-gap
  criteria: ['U01.1.1']
  level: recall
  ask: Fill the gap.
  text: You open a talk with {{word}}.
  gaps:
    - id: word
      options:
        - { id: hello, text: hello, right: true, feedback: It opens a talk. }
        - { id: bye, text: goodbye, feedback: It ends a talk. }
`,
  prompt: `- kind: written
  id: u01-say-what
  criteria: ['U01.1.1']
  ask: State what a greeting is.
  ref: U01-01
  slots:
    - { id: answer, label: Your answer, lines: 3 }
  checklist:
    - { id: when, text: when you say it? }
`,
} as const;

/** Path → text of the whole sample course. */
export const sample: Readonly<Record<string, string>> = {
  [paths.qualification]: `version: 1.0.0
specification:
  title: A specification
  version: 1.3 September 2020
  source: specification.txt
sector: Customer Service
awardingOrganisation: An organisation
framework: RQF
level: 1
minimumAge: 14
assessmentMethod: Portfolio of Evidence
qualifications:
  - kind: Award
    title: An award
    number: 603/0000/0
    learningAimReference: '60300000'
    credit: 2
    glh: 16
    tqt: 20
    rule:
      minimumGlh: 16
trackingSheet:
  header: [Learner Name]
  columns: [Evidence Reference]
  signatures: [Assessor]
  methodKey:
    - { code: Obs, label: Observation, status: settled }
errata: []
units:
  - 01-greeting-people
`,
  [paths.glossary]: `- id: greeting
  term: Greeting
  meaning: The first words you say.
`,
  [paths.sources]: `- id: greeting-act-2001
  title: Greeting Act 2001
  nation: UK
  about: You may say hello.
  url: https://example.org/greeting
  checked: 2026-11-22
  review: 2027-11-22
  status: settled
`,
  [paths.brief]: `name: Hill Café
kind: A café
lead: A café on a hill.
parts:
  - id: hours
    title: Hours
    text: [It opens at 9:00.]
`,
  [paths.verbs]: `- verb: State
  means: say it in a sentence.
`,
  [paths.unit]: `number: 1
reference: T/617/5410
title: Greeting People
titleInAppendix2: Greeting People
level: 1
credit: 2
glh: { appendix1: 16, appendix2: 16 }
lead: You say hello.
able:
  - Say hello.
  - Say goodbye.
  - Say thank you.
outcomes:
  - number: 1
    title: Know how to greet
    criteria:
      - number: '1.1'
        printed: '1.1'
        text: State what a greeting is
range:
  - topic: Greeting
    points:
      - text: Words, nods
        parts: [words, nods]
`,
  [paths.lesson]: `---
title: Hello
summary: What a greeting is.
minutes: 5
criteria: ['U01.1.1']
able:
  - say hello
  - nod
---

## What it is

A <Term id="greeting">greeting</Term> opens a talk. <Range id="words">You can say it.</Range>

<Range id="nods">You can nod.</Range> <Source id="greeting-act-2001">The Greeting Act 2001 lets you.</Source> So does <Brief id="hill-cafe" part="hours">Hill Café</Brief>.

<Figure image="door.svg" title="A door." caption="A door stands open." />

## Practice

<Practice title="Practice: hello">

<Question id="u01-pick" />
<Question id="u01-tick" />
<Question id="u01-sort" />
<Question id="u01-gap" />

</Practice>
`,
  [paths.questions]: Object.values(blocks).join(''),
  [paths.assessor]: `- prompt: u01-say-what
  ref: U01-01
  covers: [It opens a talk.]
  indicative: [The first words.]
  weak:
    - { answer: It is nice., why: It does not say what it is. }
  ask: [When do you greet?]
`,
  [paths.picture]: `<svg viewBox="0 0 100 100"><path class="ink" d="M10 90V10h40v80"/></svg>
`,
};

/**
 * The sample with one text changed. Throws when `from` is not there exactly once, so that no test
 * passes because nothing was planted.
 */
export function planted(path: string, from: string, to: string): Record<string, string> {
  const text = sample[path];
  if (text === undefined) throw new Error(`The sample has no ${path}`);
  if (text.split(from).length !== 2) throw new Error(`“${from}” is not once in ${path}`);
  return { ...sample, [path]: text.replace(from, () => to) };
}

/** The sample without one file. */
export function without(path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sample).filter(([key]) => key !== path));
}
