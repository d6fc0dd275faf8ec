// @ts-check
/**
 * The yardstick: the same lesson as one plain HTML file, with the same text, pictures and questions,
 * one inline style and one inline script that marks the questions with one right answer. No
 * stylesheet, font, module or store: about as early as a browser can let anyone answer.
 */
import { JSDOM } from 'jsdom';

const STYLE = `body{max-width:40rem;margin:0 auto;padding:1rem;font:1.1rem/1.6 sans-serif}label{display:block;padding:.5rem 0}`;

/** Marks a press on "Check my answer", with the words that the real page uses. */
const SCRIPT = `addEventListener('click', (event) => {
  const button = event.target.closest('button.button');
  const question = event.target.closest('[data-kind="single-choice"]');
  if (!button || !question) return;
  const chosen = question.querySelector('input:checked');
  const option = chosen && answers[question.dataset.question].find((each) => each.id === chosen.value);
  const status = question.querySelector('[role="status"]');
  status.textContent = !option ? 'Choose an answer first.' : option.right ? 'Right.' : 'Not this one yet.';
  if (!option) return;
  question.querySelector('.feedback')?.remove();
  const feedback = document.createElement('p');
  feedback.className = 'feedback';
  feedback.textContent = option.feedback;
  chosen.closest('label').append(feedback);
});`;

/**
 * Makes the plain page out of a built lesson page.
 * @param {string} html the built page
 * @returns {string} a complete HTML document that loads nothing
 * @throws when the page has no question with one right answer
 */
export function barePage(html) {
  const document = new JSDOM(html).window.document;
  const main = document.querySelector('main');
  if (!main) throw new Error('The lesson page has no main part.');
  /** @type {Record<string, unknown>} */
  const answers = {};
  for (const data of main.querySelectorAll('[data-question] script[type="application/json"]')) {
    const { question } = JSON.parse(data.textContent ?? '');
    if (question.kind === 'single-choice') answers[question.id] = question.options;
  }
  if (Object.keys(answers).length === 0) throw new Error('The page has no single-choice question.');
  main.querySelectorAll('script, link, noscript').forEach((element) => element.remove());
  const keep =
    /^(id|class|href|for|name|value|type|role|rows|data-question|data-kind|viewBox|[dxy][12]?|c[xy]|r|width|height|points|transform)$/;
  for (const element of main.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const cssOnly = name === 'class' && element.localName !== 'button';
      if (!keep.test(name) || cssOnly) element.removeAttribute(name);
    }
  }
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${document.title}</title><style>${STYLE}</style></head><body>${main.outerHTML}<script>const answers=${data};${SCRIPT}</script></body></html>`;
}
